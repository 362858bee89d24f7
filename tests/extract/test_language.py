"""The language of a text, told by its function words or its letters, and not told where it cannot be."""

from pathlib import Path

import pytest

from reliability.extract import read
from reliability.extract.language import language

SEEDS = Path(__file__).parents[2] / "fixtures/events/un-report"
TEXTS = {
    "en": "The ferry ran aground off the island early on Tuesday, and all of the passengers were taken ashore by the coast guard before noon, the harbour authority said.",
    "de": "Die Fähre ist am frühen Dienstag vor der Insel auf Grund gelaufen, und alle Fahrgäste wurden von der Küstenwache noch vor Mittag an Land gebracht, wie die Hafenbehörde mitteilte.",
    "fr": "Le ferry s'est échoué mardi matin au large de l'île, et tous les passagers ont été ramenés à terre par les garde-côtes avant midi, selon les autorités du port, qui ne savent pas encore pourquoi.",
    "es": "El transbordador encalló el martes por la mañana frente a la isla, y todos los pasajeros fueron llevados a tierra por los guardacostas antes del mediodía, según dijo la autoridad del puerto.",
    "pt": "A balsa encalhou na terça-feira de manhã perto da ilha, e todos os passageiros foram levados para terra pela guarda costeira antes do meio-dia, segundo a autoridade do porto, que não sabe a causa.",
    "it": "Il traghetto si è arenato martedì mattina al largo dell'isola, e tutti i passeggeri sono stati portati a terra dalla guardia costiera prima di mezzogiorno, secondo le autorità del porto.",
    "nl": "De veerboot is dinsdagochtend vroeg voor het eiland aan de grond gelopen, en alle passagiers werden door de kustwacht nog voor de middag aan land gebracht, zei de havendienst.",
    "sv": "Färjan gick på grund utanför ön tidigt på tisdagen, och alla passagerare fördes i land av kustbevakningen före lunch, säger hamnen, som inte vet vad det var som hade hänt.",
    "fi": "Lautta ajoi karille saaren edustalla varhain tiistaina, ja kaikki matkustajat vietiin maihin ennen puoltapäivää, mutta satama ei ole vielä kertonut, mikä se syy oli ja oliko joku loukkaantunut.",
    "pl": "Prom wszedł na mieliznę koło wyspy we wtorek nad ranem i wszyscy pasażerowie zostali przewiezieni na ląd przed południem, jak podał zarząd portu, który nie wie, co było przyczyną, ale to bada.",
    "cs": "Trajekt najel v úterý brzy ráno na mělčinu u ostrova a všichni cestující byli před polednem převezeni na břeh, jak uvedla správa přístavu, která zatím neví, co bylo příčinou, ale už se to zjišťuje.",
    "ro": "Feribotul a eșuat marți dimineața în apropierea insulei, iar toți pasagerii au fost aduși la țărm de garda de coastă înainte de prânz, după cum a spus autoritatea portului, care nu știe ce s-a întâmplat.",
    "hu": "A komp kedden hajnalban zátonyra futott a sziget előtt, és az összes utast még dél előtt partra vitték, közölte a kikötő, amely szerint nem sérült meg senki, és az ok még nem ismert, de már vizsgálják.",
    "tr": "Feribot salı sabahı ada açıklarında karaya oturdu ve bütün yolcular öğleden önce kıyıya çıkarıldı; liman yönetimi bunun için bir neden bildirmedi, ancak her şey çok hızlı oldu ve kimse yaralı değil.",
    "id": "Kapal feri itu kandas di lepas pantai pulau pada hari Selasa pagi dan semua penumpang sudah dibawa ke darat oleh penjaga pantai, kata pihak pelabuhan, yang belum tahu apa yang menjadi penyebab.",
    "ru": "Паром сел на мель у острова рано утром во вторник, и все пассажиры были доставлены на берег до полудня, как сообщили в порту, где пока не знают, что было причиной, но это уже выясняют.",
    "uk": "Пором сів на мілину біля острова рано вранці у вівторок, і всіх пасажирів було доставлено на берег до полудня, як повідомили в порту, де ще не знають, що було причиною, але вже це з'ясовують.",
    "bg": "Фериботът заседна край острова рано сутринта във вторник и всички пътници бяха откарани на брега преди обед, съобщиха от пристанището, където още не знаят каква е била причината, но ще я търсят.",
    "el": "Το πλοίο προσάραξε στα ανοιχτά του νησιού νωρίς το πρωί της Τρίτης και όλοι οι επιβάτες μεταφέρθηκαν στην ξηρά.",
    "he": "המעבורת עלתה על שרטון מול האי בשעות הבוקר המוקדמות של יום שלישי וכל הנוסעים הובאו לחוף לפני הצהריים.",
    "ar": "جنحت العبارة قبالة الجزيرة في وقت مبكر من يوم الثلاثاء ونقل جميع الركاب إلى الشاطئ قبل الظهر.",
    "hi": "नौका मंगलवार तड़के द्वीप के पास फंस गई और सभी यात्रियों को दोपहर से पहले किनारे पर लाया गया।",
    "zh": "渡轮周二凌晨在岛外搁浅,港务局说,所有乘客在中午之前都被海岸警卫队送上了岸,没有人受伤,原因还不清楚,正在调查之中。",
    "ja": "フェリーは火曜日の早朝に島の沖で座礁し、乗客は全員、正午までに海上保安庁によって陸に運ばれたと港の当局が発表した。",
    "ko": "여객선이 화요일 새벽 섬 앞바다에서 좌초했으며 승객은 모두 정오 전에 해경에 의해 육지로 옮겨졌다고 항만 당국이 밝혔다. 다친 사람은 없었다.",
}
KIN = {
    "da": "Færgen gik på grund ud for øen tidligt tirsdag, og alle passagerer blev bragt i land af kystvagten før middag, siger havnen, som endnu ikke ved, hvad der var sket.",
    "no": "Fergen gikk på grunn utenfor øya tidlig tirsdag, og alle passasjerene ble brakt i land av kystvakten før lunsj, sier havnen, som ennå ikke vet hva som hadde skjedd.",
}


def words(text: str) -> tuple[str, ...]:
    return tuple(word for sentence in read(text).sentences for word in sentence.words)


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_known_by_its_words_or_letters(code):
    assert language(words(TEXTS[code])) == code


@pytest.mark.parametrize("code", KIN)
def test_close_kin_may_be_mistaken_for_each_other_but_not_for_english(code):
    assert language(words(KIN[code])) in {*KIN, ""}


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_seed_articles_are_english(path):
    assert language(words(path.read_text(encoding="utf-8"))) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Der Spiegel, Die Zeit",
        "渡轮",
        "Amara Sint Ove Brandt Mara Lind Kofi Boateng Lena Holm Piet Vos Ana Ruiz Jan Novak Eva Braun Tom Reed Li Wei Kim Lee",
        "11 22 33 44 55 66 77 88 99 " * 5,
        TEXTS["en"] + " " + TEXTS["de"],
    ],
    ids=["nothing", "short", "two letters", "names", "numbers", "half and half"],
)
def test_nothing_is_said_of_what_is_too_short_or_no_one_language(text):
    assert language(words(text)) == ""


def test_english_that_quotes_another_language_is_english():
    assert language(words(TEXTS["en"]) * 3 + words(TEXTS["fr"])) == "en"


def test_a_long_text_is_told_from_a_sample():
    assert language(words(TEXTS["en"]) * 50_000) == "en"


def test_a_sentence_in_another_language_is_no_furniture_for_that():
    retold = Path(__file__).parents[2] / "fixtures" / "retellings" / "bridge"
    for name in ("german", "spanish", "french"):
        text = (retold / f"{name}.txt").read_text(encoding="utf-8")
        for written in (text, " ".join(text.split())):
            found = read(written).passages
            assert found
            assert all(passage.story for passage in found), name
