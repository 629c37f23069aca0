using Companion.Dialogs.Referrals.Questions;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using NodaTime.Text;
using static Companion.Dialogs.Referrals.ReferralState;

namespace Companion.Dialogs.Referrals;

/// <summary>
/// The lines of the summary, in two halves so that each is one text: who they are and how to reach them, and their story. The
/// answer to the private question is never among them; on a shared phone nothing of the story is repeated.
/// </summary>
internal static class Summary
{
    private const int LongWords = 40;
    private const int ShortWords = 30;
    private const string NotGiven = "@say.notgiven";

    private static readonly string[] ReferrerSlots =
        [ReferralSlots.ReferrerName, ReferralSlots.ReferrerRelation, ReferralSlots.ReferrerRole, ReferralSlots.ReferrerOrganisation];

    private static readonly Line TheName = Line(Name, "name", ReferralSlots.Name, LongWords);
    private static readonly Line TheBirth = new(DateOfBirth, "dob", (_, slots) => Birth(slots));
    private static readonly Line ThePostcode = new(ReferralState.Postcode, "postcode", (_, slots) => Given(slots[ReferralSlots.Postcode], ShortWords));
    private static readonly Line TheSurgery = Line(ReferralState.Surgery, "surgery", ReferralSlots.SurgeryName, ShortWords);
    private static readonly Line ThePhone = new(PatientPhone, "theirphone", (_, slots) => Phone(slots));
    private static readonly Line TheReach = Line(Reach, "reach", ReferralSlots.ReachWords, ShortWords);
    private static readonly Line TheHelp = new(Help, "needs", (_, slots) => Needs(slots));
    private static readonly Line TheMatters = Told(Matters, "matters", ReferralSlots.Matters);
    private static readonly Line TheHome = Told(Living, "home", ReferralSlots.LivingWords);
    private static readonly Line TheConditions = Told(Conditions, "conditions", ReferralSlots.Conditions);
    private static readonly Line TheHospital = YesOrNo(Hospital, "hospital", ReferralSlots.Hospital);
    private static readonly Line TheTalking = Told(Communication, "talking", ReferralSlots.CommunicationWords);

    /// <summary>Who they are and how to reach them, by whom it is for.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Line>> Details { get; } = new Dictionary<string, IReadOnlyList<Line>>
    {
        ["me"] = [TheName, TheBirth, ThePostcode, TheSurgery, TheReach, TheTalking, YesOrNo(ShareWithGp, "gp", ReferralSlots.ShareWithGp)],
        ["me.number"] =
        [
            TheName, TheBirth, ThePostcode, TheSurgery, ThePhone, TheReach, TheTalking,
            YesOrNo(ShareWithGp, "gp", ReferralSlots.ShareWithGp),
        ],
        ["someone"] = [TheName, TheBirth, ThePostcode, TheSurgery, ThePhone, TheReach, Referrer(CarerName)],
        ["patient"] =
        [
            TheName, TheBirth, ThePostcode, TheSurgery, ThePhone,
            new Line(ReferralState.NhsNumber, "nhs", (_, slots) => Nhs(slots)), Referrer(ProfessionalName),
        ],
    };

    /// <summary>Their story, by whom it is for.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Line>> Story { get; } = new Dictionary<string, IReadOnlyList<Line>>
    {
        ["me"] =
        [
            TheHelp, TheMatters, TheHome, TheConditions, TheHospital,
            YesOrNo(SharedPhone, "shared", ReferralSlots.SharedPhone), YesOrNo(Evaluation, "evaluation", ReferralSlots.Evaluation),
        ],
        ["someone"] = [TheHelp, TheMatters, TheHome, TheConditions, TheHospital, TheTalking],
        ["patient"] = [TheHelp, TheHome, TheConditions, TheTalking, TheReach],
    };

    private static Line Line(ReferralState state, string placeholder, string slot, int longest) =>
        new(state, placeholder, (_, slots) => Given(slots[slot], longest));

    private static Line Told(ReferralState state, string placeholder, string slot) =>
        new(state, placeholder, (_, slots) => OfTheirStory(slots[slot], slots));

    private static Line YesOrNo(ReferralState state, string placeholder, string slot) =>
        new(state, placeholder, (_, slots) => slots[slot] is { } value ? "@say." + value : NotGiven);

    private static Line Referrer(ReferralState state) => new(state, "referrer", (_, slots) => Given(
        string.Join(", ", ReferrerSlots.Select(slot => slots[slot]).OfType<string>()), LongWords));

    private static string Given(string? value, int longest) => value switch
    {
        null or "" => NotGiven,
        "none" or "unknown" => "@say." + value,
        _ => Shorten.To(value, longest),
    };

    private static string OfTheirStory(string? value, Slots slots) =>
        value is not null and not "none" && slots[ReferralSlots.SharedPhone] == "yes" ? "@say.told" : Given(value, ShortWords);

    private static string Needs(Slots slots)
    {
        var needs = HelpQuestion.Spoken(slots[ReferralSlots.Needs]);
        return needs.Count > 0 && slots[ReferralSlots.SharedPhone] != "yes"
            ? HelpQuestion.Names(needs)
            : OfTheirStory(slots[ReferralSlots.HelpWords], slots);
    }

    private static string Birth(Slots slots) => slots[ReferralSlots.DateOfBirth] is { } iso
        ? DateOfBirthQuestion.Write(LocalDatePattern.Iso.Parse(iso).Value)
        : NotGiven;

    private static string Phone(Slots slots) =>
        slots[ReferralSlots.PatientPhone] is { } number ? PhoneNumber.Parse(number).Display : NotGiven;

    private static string Nhs(Slots slots) =>
        slots[ReferralSlots.NhsNumber] is { } number ? Understanding.NhsNumber.Parse(number).Display : NotGiven;
}
