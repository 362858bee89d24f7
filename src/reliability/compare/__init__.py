"""When do two numbers, two quotes, two names or two texts say the same?"""
