namespace Companion.Dialogs.Tests.Talking;

/// <summary>Words that mean something somewhere, and words that break things.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyList<string> Sensible =
    [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "y", "n", "yes", "no", "Yes please", "no thanks", "skip", "back", "help", "person",
        "chat", "why do you ask", "dont know", "rather not say", "not sure", "Sam Hill", "Sam Hill, 12 March 1954", "12/3/1954", "1 May 2012",
        "31 June 1980", "2099-01-01", "12 March", "72", "LS6 3HN", "LS6 3HN, Oak Surgery", "M1 1AE", "LS6", "no fixed address", "Oak", "riverside",
        "elm treee", "Quarry Bank", "none", "not on the list", "I am lonely and in debt", "housing", "my cat", "I live alone and look after my mum",
        "diabetes", "yes A&E in May", "large print", "Polish interpreter", "mornings by phone", "my husband sees them", "just me", "call me",
        "999 000 0018", "999 000 0019", "07700 900123", "0770090", "01632 960123", "Ann Lee, her daughter", "Jo Patel, nurse, Hill Hospital",
        "all right", "no it is wrong", "yes but", "stop worrying", "1 May 1982", "my mum", "I am a nurse", "safe", "not safe",
    ];

    public static readonly IReadOnlyList<string> Odd =
    [
        "", " ", "?", "!!!", ".", ",", ", ,", "\n", "\U0001F44D", "\U0001F622\U0001F622", "\uD83D", "\uDC4D x", "\0", "{name}", "{0}", "@need.money",
        "@say.yes @say.no", "dialog.trail", "\u202Eabc", "\u0645\u0631\u062D\u0628\u0627", "a", "-", "12,13,14", "99999999999999999999999999",
        "1/1/1", "0/0/0000", "00/13/9999", "''''", "LS6 3HN LS7 4AB", new string('x', 3000), string.Concat(Enumerable.Repeat("no ", 500)),
        "Robert'); DROP TABLE people;--", "=1+1", "<script>", "\u00E9\u00E8\u0301",
    ];
}
