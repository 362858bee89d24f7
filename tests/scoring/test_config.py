"""Weights files and what is made of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reliability.compare.furniture import Furniture, Standing
from reliability.records import ConfigError
from reliability.scoring.config import Config, as_config, load_config
from reliability.scoring.settings import FeatureSettings, IntervalSettings
from reliability.scoring.shape import Shape

NAMES = tuple(Config.default().features)
DEFAULT_TEXT = Config.default().to_toml()

unit = st.floats(0, 1)
weights = st.floats(0, 1e6, allow_subnormal=False)
capped = st.tuples(unit, unit).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: {"capped": list(ends)})
steps = st.lists(st.tuples(unit, unit), min_size=1, max_size=5, unique_by=lambda step: step[0]).map(
    lambda pairs: {
        "steps": [
            list(step) for step in zip(sorted(v for v, _ in pairs), sorted(c for _, c in pairs), strict=True)
        ]
    }
)
shapes = st.one_of(st.just("linear"), capped, steps).map(Shape.parse)
settings = st.builds(
    FeatureSettings,
    weight=weights,
    neutral=unit,
    shape=shapes,
    grades=st.dictionaries(st.sampled_from(["scale", "digit", "by the way"]), unit),
)


@st.composite
def configs(draw):
    default = Config.default()
    mine = draw(st.dictionaries(st.sampled_from(["mine", "yours"]), settings))
    features = {}
    for name, was in default.features.items():
        drawn = draw(settings)
        grades = {grade: draw(unit) for grade in was.grades}
        features[name] = replace(drawn, grades=grades)
    features = {**features, **mine}
    some = draw(st.sampled_from(NAMES))
    features[some] = replace(features[some], weight=1.0)
    return replace(default, features=features, interval=IntervalSettings(draw(st.integers(1, 1000)), 0.9))


@given(configs())
def test_shares_sum_to_a_hundred(config):
    assert sum(config.share(name) for name in config.features) == pytest.approx(100)
    assert 0 <= config.base <= 100 + 1e-9


@given(configs())
def test_a_saved_config_loads_as_it_was(tmp_path_factory, config):
    path = tmp_path_factory.mktemp("weights") / "weights.toml"
    config.save(path)
    loaded = load_config(path, features=["mine", "yours"])
    assert loaded == config
    loaded.save(path)
    assert load_config(path, features=["mine", "yours"]) == config


@given(configs())
def test_comments_of_the_default_survive_every_change(config):
    comments = [line[line.index("#") :] for line in DEFAULT_TEXT.splitlines() if "#" in line]
    saved = config.to_toml()
    assert comments
    assert all(comment in saved for comment in comments)


def test_the_default_saves_byte_for_byte(tmp_path):
    Config.default().save(tmp_path / "weights.toml")
    assert (tmp_path / "weights.toml").read_text(encoding="utf-8") == DEFAULT_TEXT


def test_a_partial_file_overrides_only_what_it_says_and_keeps_its_comments(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        "# for the sports desk\n[features.readability]\nweight = 7 # they like it short\n", encoding="utf-8"
    )
    config = load_config(path)
    assert config.features["readability"].weight == 7
    assert replace(
        config, features={**config.features, "readability": Config.default().features["readability"]}
    ) == (Config.default())
    saved = config.with_weights({"readability": 8, "attribution": 1}).to_toml()
    assert saved.startswith(
        "# for the sports desk\n[features.readability]\nweight = 8.0 # they like it short\n"
    )
    path.write_text(saved, encoding="utf-8")
    assert load_config(path) == config.with_weights({"readability": 8, "attribution": 1})


@pytest.mark.parametrize(
    "text",
    [
        "features.readability.weight = 7 # dotted\n",
        "features = { readability = { weight = 7 } } # inline\n",
        "[features.readability.shape] # a table\ncapped = [0.1, 0.2]\n[interval]\ndraws = 3\n",
        "[features]\nreadability.weight = 7 # half dotted\n",
        "\ufeff[features.readability]\r\nweight = 7 # from another system\r\n",
        "# nothing at all",
    ],
)
def test_every_way_of_writing_a_table_can_be_changed_and_read_again(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8", newline="")
    config = load_config(path).with_weights({"readability": 8, "attribution": 1})
    readability = replace(config.features["readability"], shape=Shape.parse({"capped": [0.2, 0.5]}))
    attribution = config.features["attribution"]
    attribution = replace(attribution, grades={**attribution.grades, "role": 0.5})
    changed = {"readability": readability, "attribution": attribution}
    config = replace(config, features={**config.features, **changed})
    config.save(path)
    assert load_config(path).features["readability"] == readability
    assert load_config(path).features["attribution"] == attribution
    assert text[text.rindex("#") :].split("\n")[0].strip() in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "line", "field", "words"),
    [
        (
            "[features.numeric_consistencey]\nweight = 3",
            1,
            "features.numeric_consistencey",
            "'numeric_consistency'?",
        ),
        ("[features.readability]\n\nweigth = 3", 3, "features.readability.weigth", "'weight'?"),
        ("[featurs]", 1, "featurs", "'features'?"),
        ("[interval]\ndraw = 3", 2, "interval.draw", "'draws'?"),
        ("[features.attribution.grades]\nrolee = 1", 2, "features.attribution.grades.rolee", "'role'?"),
        ("[features.readability.grades]\nlix = 1", 2, "features.readability.grades.lix", "there are none"),
        ("[features.readability]\nweight = -3", 2, "features.readability.weight", "0 or more, not -3"),
        ("features.readability.weight = nan", 1, "features.readability.weight", "finite"),
        ("features = {readability = {weight = inf}}", 1, "features.readability.weight", "finite"),
        ("[features.readability]\nweight = 1" + "0" * 400, 2, "features.readability.weight", "finite"),
        (
            "[features.readability]\nweight = true",
            2,
            "features.readability.weight",
            "number of 0 or more, not True",
        ),
        (
            "[features.readability]\nweight = '3'",
            2,
            "features.readability.weight",
            "number of 0 or more, not '3'",
        ),
        ("[features]\nreadability = 3", 2, "features.readability", "table"),
        ("features = 3", 1, "features", "table"),
        ("[features.readability]\nneutral = 1.1", 2, "features.readability.neutral", "from 0 to 1"),
        ("[features.attribution.grades]\nrole = -0.1", 2, "features.attribution.grades.role", "from 0 to 1"),
        ("[features.attribution.grades]\nrole = true", 2, "features.attribution.grades.role", "number"),
        ("[features.readability]\nshape = 'curved'", 2, "features.readability.shape", "linear"),
        ("[features.readability]\nshape = {capped = [0.5, 0.2]}", 2, "features.readability.shape", "rise"),
        ("[features.readability]\nshape = {capped = [0, true]}", 2, "features.readability.shape", "number"),
        (
            "[features.readability]\nshape = {capped = [0, 1], steps = []}",
            2,
            "features.readability.shape",
            "write",
        ),
        ("[features.readability]\nshape = {steps = []}", 2, "features.readability.shape", "at least one"),
        ("[features.readability]\nshape = {steps = [1]}", 2, "features.readability.shape", "pair"),
        (
            "[features.readability]\nshape = {steps = [[0, 1], [1, 0]]}",
            2,
            "features.readability.shape",
            "fall",
        ),
        (
            "[features.readability]\nshape = {steps = [[0, nan]]}",
            2,
            "features.readability.shape",
            "between 0 and 1",
        ),
        ("[interval]\ndraws = 0", 2, "interval.draws", "from 1"),
        ("[interval]\ndraws = 2.5", 2, "interval.draws", "whole number"),
        ("[interval]\ndraws = true", 2, "interval.draws", "whole number"),
        ("[interval]\nlevel = 1", 2, "interval.level", "left out"),
        ("\n\na = [", 3, None, "valid TOML"),
        ("\n[priors]\n'x.org' = 2", 3, "priors.x.org", "0 to 1"),
        ("priors = 3", 1, "priors", "table"),
        ("furniture = 3", 1, "furniture", "table"),
        ("\n[furniture]\nfile = 3", 3, "furniture.file", "path of a file"),
        ("[furniture]\nfiel = 'x'", 2, "furniture.fiel", "did you mean 'file'?"),
        (
            "[furniture]\nfile = 'nowhere.json'",
            2,
            "furniture.file",
            "names 'nowhere.json': it cannot be read",
        ),
        ("a = " + "[" * 100_000, None, None, "nested too deeply"),
        ("a = 1" + "0" * 10_000, None, None, "too long"),
        ("".join(f"[features.{name}]\nweight = 0\n" for name in NAMES), None, "features", "above 0"),
        ("".join(f"[features.{name}]\nweight = 1e308\n" for name in NAMES), None, "features", "too large"),
    ],
)
def test_a_bad_file_is_refused_with_its_line_key_and_cure(tmp_path, text, line, field, words):
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"bad\.toml") as raised:
        load_config(path)
    problem = raised.value.problem
    assert (problem.file, problem.line, problem.field) == (str(path), line, field)
    assert words in problem.message


def test_ratings_of_outlets_are_saved_and_loaded(tmp_path):
    path = tmp_path / "weights.toml"
    rated = Config.default().with_priors({"https://www.Example.org/": 0.7, "other.net": 1})
    assert rated.priors == {"example.org": 0.7, "other.net": 1.0}
    rated.save(path)
    assert load_config(path) == rated
    assert load_config(path).with_weights({"readability": 3}).priors == rated.priors
    load_config(path).with_priors({}).save(path)
    assert load_config(path) == Config.default()


def test_a_weights_file_names_the_file_of_furniture_beside_it(tmp_path):
    file, path = tmp_path / "furniture.json", tmp_path / "weights.toml"
    furniture = Furniture({"example.org": Standing(9, {7: 3})})
    furniture.save(file)
    path.write_text("[furniture]\nfile = 'furniture.json'  # learnt in May\n", encoding="utf-8")
    config = load_config(path)
    assert config.furniture == furniture
    config.save(path)
    assert "file = 'furniture.json'  # learnt in May" in path.read_text(encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    for saved in (path, tmp_path / "elsewhere" / "weights.toml"):
        Config.default().with_furniture(file).save(saved)
        assert load_config(saved) == Config.default().with_furniture(furniture)
    assert load_config(path).with_weights({"readability": 3}).furniture == furniture
    load_config(path).with_furniture(None).save(path)
    assert load_config(path) == Config.default()


def test_settings_cannot_be_written_with_furniture_that_is_in_no_file(tmp_path):
    config = Config.default().with_furniture(Furniture())
    for written in (config.to_toml, lambda: config.save(tmp_path / "weights.toml")):
        with pytest.raises(ConfigError, match="save it and give with_furniture its path"):
            written()
    assert not (tmp_path / "weights.toml").exists()


def test_a_file_that_is_missing_a_folder_or_binary_is_refused_by_name(tmp_path):
    (tmp_path / "binary.toml").write_bytes(b"\xff\x00\x80")
    for name in ("missing.toml", "", "binary.toml"):
        with pytest.raises(ConfigError) as raised:
            load_config(tmp_path / name)
        assert raised.value.problem.file == str(tmp_path / name)
    with pytest.raises(ConfigError, match="null"):
        load_config("a\0b")


def test_a_config_that_cannot_be_written_says_where(tmp_path):
    with pytest.raises(ConfigError, match="missing"):
        Config.default().save(tmp_path / "missing" / "weights.toml")


def test_a_config_is_taken_in_every_form_a_caller_has_it(tmp_path):
    path = tmp_path / "weights.toml"
    forty = Config.default().with_weights({"numeric_consistency": 40})
    forty.save(path)
    assert as_config(None) == Config.default()
    assert as_config(forty) is forty
    assert as_config(path) == as_config(str(path)) == as_config({"numeric_consistency": 40}) == forty
    rest = sum(settings.weight for settings in Config.default().features.values())
    assert as_config({"mine": np.int64(rest)}, features=["mine"]).share("mine") == pytest.approx(50)
    with pytest.raises(ConfigError, match="int"):
        as_config(3)


@pytest.mark.parametrize("weight", [-1, float("nan"), float("inf"), True, "40", None, 10**400])
def test_a_weight_that_is_no_weight_is_refused(weight):
    with pytest.raises(ConfigError, match="readability"):
        Config.default().with_weights({"readability": weight})


def test_weights_of_unknown_features_are_refused_unless_they_are_said_to_exist():
    with pytest.raises(ConfigError, match="did you mean 'readability'"):
        Config.default().with_weights({"readibility": 1})
    rest = sum(settings.weight for settings in Config.default().features.values())
    assert Config.default().with_weights({"mine": rest}, known=["mine"]).share("mine") == pytest.approx(50)
    with pytest.raises(ConfigError, match="above 0"):
        Config.default().with_weights(dict.fromkeys(NAMES, 0))


def test_a_feature_of_ones_own_in_a_file_needs_a_weight(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[features.mine]\nneutral = 0.4\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="no weight"):
        load_config(path, features=["mine"])
    path.write_text(
        "[features.mine]\nweight = 10\nneutral = 0.4\n[features.mine.grades]\nfree = 1\n", encoding="utf-8"
    )
    assert load_config(path, features=["mine"]).features["mine"].grades == {"free": 1.0}
    with pytest.raises(ConfigError, match="'mine'"):
        load_config(path)


@given(shapes, st.lists(unit, min_size=1))
def test_a_shape_rises_within_the_unit_square_and_says_the_same_of_one_value_and_of_many(shape, values):
    values = np.sort(np.array(values))
    credit = shape.apply(values)
    assert np.all(np.diff(credit) >= 0)
    assert np.all((credit >= 0) & (credit <= 1))
    assert [shape(value) for value in values] == credit.tolist()
    assert Shape.parse(shape.written()) == shape


@given(unit)
def test_linear_leaves_a_value_as_it_is(value):
    assert Shape()(value) == value


def test_capped_and_stepped_shapes_do_as_the_weights_file_says():
    between = Shape.parse({"capped": [0.2, 0.6]})
    assert [between(value) for value in (0.1, 0.2, 0.4, 0.6, 0.9)] == pytest.approx([0, 0, 0.5, 1, 1])
    stairs = Shape.parse({"steps": [[0.5, 0.3], [0.8, 1.0]]})
    assert [stairs(value) for value in (0.49, 0.5, 0.79, 0.8, 1)] == [0, 0.3, 0.3, 1, 1]
