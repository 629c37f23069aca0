namespace Companion.Dialogs.Tests.Talking;

/// <summary>Answers with sense, by the state of the referral.</summary>
internal static class Sense
{
    private static readonly Dictionary<string, string[]> Answers = new()
    {
        ["WhoFor"] = ["1"],
        ["CarerName"] = ["Ann Lee, her daughter", "Ann Lee"],
        ["CarerRelation"] = ["daughter"],
        ["ProfessionalName"] = ["Jo Patel, ward nurse, Hill Hospital", "Jo Patel"],
        ["ProfessionalRole"] = ["ward nurse"],
        ["ProfessionalOrganisation"] = ["Hill Hospital"],
        ["Setting"] = ["1", "2", "3"],
        ["Agreed"] = ["yes"],
        ["NotAgreed"] = ["yes"],
        ["Name"] = ["Sam Hill", "Sam Hill, 12 March 1954"],
        ["DateOfBirth"] = ["12 March 1954", "12/3/54"],
        ["Postcode"] = ["LS6 3HN", "LS6 3HN, Oak Surgery", "no fixed address", "skip"],
        ["Surgery"] = ["oak", "elm tree", "riverside", "none"],
        ["SurgeryChoice"] = ["1", "2"],
        ["PatientPhone"] = ["07700 900123", "none"],
        ["Help"] = ["I am lonely", "money and damp", "skip"],
        ["Matters"] = ["my dog", "skip"],
        ["Living"] = ["alone", "with my wife"],
        ["Conditions"] = ["no", "diabetes"],
        ["Hospital"] = ["y", "n", "no"],
        ["Communication"] = ["no", "large print"],
        ["Reach"] = ["mornings by phone", "skip"],
        ["SharedPhone"] = ["no", "yes"],
        ["Private"] = ["1", "3"],
        ["NhsNumber"] = ["999 000 0018", "skip"],
        ["CheckDetails"] = ["1", "1", "2", "5"],
        ["CheckStory"] = ["1", "1", "3"],
    };

    public static IReadOnlyList<string> For(string state) => Answers.GetValueOrDefault(state, ["yes"]);
}
