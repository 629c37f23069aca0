namespace Companion.Bot.Simulation;

/// <summary>What a simulated person answers to a question, by the key of the text that asked it; in odd but valid ways.</summary>
internal static class Answers
{
    private const string Otherwise = "SKIP";

    private static readonly Dictionary<string, string[]> ByQuestion = new()
    {
        ["relation"] = ["daughter", "I'm her neighbour"],
        ["role"] = ["ward nurse"],
        ["organisation"] = ["Hill Hospital"],
        ["setting"] = ["1", "3"],
        ["agreed"] = ["Y", "yes they are", "Y", "n"],
        ["notagreed"] = ["Y"],
        ["dob"] = ["12 March 1954", "12/3/1954", "3rd feb 61", "1 1 1980"],
        ["postcode"] = ["M1 1AA, Oak Lane", "m11ae oak lane surgery", "M2 5BQ, elm tree", "no fixed address, Oak Lane", "SW1A 1AA, Oak Lane"],
        ["outside"] = ["M1 1AA", "sorry its M2 5BQ"],
        ["surgery"] = ["Oak Lane", "elm tree", "NONE"],
        ["help"] =
        [
            "I am lonely and worried about bills", "money mostly, rent arrears", "damp in the flat", "I care for my husband and never get a break",
            "cant get to the shops no bus", "need help getting online",
        ],
        ["matters"] = ["SKIP", "my garden", "seeing my grandchildren"],
        ["living"] = ["I live alone", "with my wife", "on my own, I look after my mum"],
        ["conditions"] = ["N", "diabetes and a bad hip", "COPD"],
        ["hospital"] = ["Y", "N", "no thank god", "yes in May"],
        ["communication"] = ["N", "large print please", "hearing aids"],
        ["reach"] = ["mornings by phone", "text is fine, evenings", "SKIP"],
        ["shared"] = ["N", "no", "Y"],
        ["private"] = ["1", "1", "1", "1", "SKIP", "2"],
        ["gp"] = ["Y", "ok", "N"],
        ["evaluation"] = ["Y", "N", "no thanks"],
        ["nhs"] = ["999 000 0018", "SKIP"],
        ["details"] = ["1"],
        ["story"] = ["1"],
    };

    /// <summary>The answer of somebody to the question of a text.</summary>
    public static string To(string key, Referrer who, Chance chance)
    {
        var parts = key.Split('.');
        return parts switch
        {
            ["referral", _, "check", ..] or ["consent", "question", ..] => chance.Of("Y", "yes"),
            ["referral", "private", "ok", ..] => chance.Of("Y", "N"),
            ["referral", "welcome", ..] => who.Kind switch
            {
                ReferrerKind.Self => chance.Of("1", "me", "1.", "for me please"),
                ReferrerKind.Carer => "2",
                _ => "3",
            },
            ["referral", "carer", ..] => $"{who.Name}, her daughter",
            ["referral", "professional", ..] => $"{who.Name}, ward nurse, Hill Hospital",
            ["referral", "name", ..] => $"{who.PatientName}, {chance.Of("12 March 1954", "3/5/1941", "born 1.1.80")}",
            ["referral", "phone", ..] => who.PatientNumber,
            ["referral", var question, ..] => ByQuestion.TryGetValue(question, out var ways) ? chance.Of(ways) : Otherwise,
            ["safety", "question", ..] => chance.Of("NO", "no im ok", "YES", "dont know"),
            ["safety", "abuse", ..] => chance.Of("1", "1", "2"),
            ["which", ..] => chance.Of("1", "2"),
            ["returning", "name", ..] => who.Name,
            ["returning", ..] => chance.Of("1", "2"),
            ["checkin", "same" or "sure"] => chance.Of("Y", "no"),
            ["checkin", ..] => chance.Of("7", "about a 6 thanks", "8/10", "5", "three", "6 or 7", "same as last time", "skip", "5 5 6 2", "sorry I meant 4", "1"),
            ["consent", "textable", ..] => chance.Of("Y", "Y", "N"),
            _ => Otherwise,
        };
    }
}

internal enum ReferrerKind
{
    Self,
    Carer,
    Professional,
}

/// <summary>Who refers, and whom.</summary>
internal sealed record Referrer(ReferrerKind Kind, string Name, string PatientName, string PatientNumber);
