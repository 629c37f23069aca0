namespace Companion.Dialogs.Referrals;

/// <summary>
/// The names of what a referral gathers. They are a stored contract: workflows read them, and shapes of earlier releases are
/// read back, so a name is added and never changed. PRSB: the item of the PRSB Social Prescribing Information Standard v1.1 it fills.
/// </summary>
public static class ReferralSlots
{
    /// <summary>Whom it is for: <c>me</c>, <c>someone</c> (a carer writes) or <c>patient</c> (a professional writes). PRSB: referral method.</summary>
    public const string For = "for";

    /// <summary>The carer's or professional's name: <c>Ann Lee</c>. PRSB: referrer, name.</summary>
    public const string ReferrerName = "referrer.name";

    /// <summary>What the carer is to the person, in their words: <c>her daughter</c>. PRSB: referrer, role.</summary>
    public const string ReferrerRelation = "referrer.relation";

    /// <summary>The professional's job: <c>ward nurse</c>. PRSB: referrer, role.</summary>
    public const string ReferrerRole = "referrer.role";

    /// <summary>Where the professional works: <c>St Mary's Hospital</c>. PRSB: referrer, organisation.</summary>
    public const string ReferrerOrganisation = "referrer.organisation";

    /// <summary>Where the patient is: <c>ward</c>, <c>a&amp;e</c> or <c>elsewhere</c>. PRSB: referral details.</summary>
    public const string Setting = "referrer.setting";

    /// <summary>The referrer says that the person agreed: <c>yes</c>. PRSB: consent.</summary>
    public const string Agreed = "agreed";

    /// <summary>The person's whole name: <c>Sam Hill</c>. PRSB: person's name (mandatory).</summary>
    public const string Name = "name";

    /// <summary>Their first name or names: <c>Sam</c>. PRSB: first name (mandatory).</summary>
    public const string FirstName = "name.first";

    /// <summary>Their family name: <c>Hill</c>. PRSB: family name (mandatory).</summary>
    public const string FamilyName = "name.family";

    /// <summary>What they want to be called, when it is something else: <c>Bet</c>. PRSB: preferred name.</summary>
    public const string PreferredName = "name.preferred";

    /// <summary>Date of birth, ISO: <c>1954-03-12</c>. PRSB: date of birth (mandatory).</summary>
    public const string DateOfBirth = "dob";

    /// <summary>Postcode: <c>LS6 3HN</c>; <c>ZZ99 3CZ</c> for no fixed address. PRSB: address, postcode.</summary>
    public const string Postcode = "postcode";

    /// <summary>
    /// The GP surgery's ODS code: <c>A12345</c>; <c>V81997</c> not registered, <c>V81999</c> not on the list or not known (ODS default
    /// codes). PRSB: GP practice identifier (mandatory).
    /// </summary>
    public const string SurgeryCode = "gp.code";

    /// <summary>The GP surgery's name, from the list or in their words: <c>Oak Surgery</c>. PRSB: GP practice name.</summary>
    public const string SurgeryName = "gp.name";

    /// <summary><c>yes</c>: they write in web chat and we have no number of theirs, so it is asked. Known before the first question.</summary>
    public const string NumberUnknown = "number.unknown";

    /// <summary>
    /// The number of the person referred, typed by somebody else or in web chat, E.164: <c>+447700900123</c>. It is only claimed: it gets one neutral
    /// question before anything else. PRSB: contact details.
    /// </summary>
    public const string PatientPhone = "patient.phone";

    /// <summary>What they would like help with, in their words. PRSB: presenting complaints or issues, free text.</summary>
    public const string HelpWords = "help.words";

    /// <summary>
    /// The needs read in those words and confirmed, separated by commas: <c>loneliness,money</c>. <c>domestic_abuse</c> is kept and never
    /// read back. PRSB: presenting complaints or issues, coded.
    /// </summary>
    public const string Needs = "needs";

    /// <summary><c>yes</c> when the needs that were read back were wrong: only their own words count.</summary>
    public const string NeedsDenied = "needs.denied";

    /// <summary>What matters to them, in their words. PRSB: about me, what is most important to me.</summary>
    public const string Matters = "matters";

    /// <summary>Who they live with and whom they look after, in their words. PRSB: social context, household.</summary>
    public const string LivingWords = "living.words";

    /// <summary><c>yes</c> or <c>no</c> where the words say so. PRSB: social context, household.</summary>
    public const string LivesAlone = "living.alone";

    /// <summary><c>yes</c> or <c>no</c>: they look after somebody, unpaid. PRSB: carer status.</summary>
    public const string Carer = "carer";

    /// <summary>Long-term conditions in their words, or <c>none</c>. PRSB: problem list, person-reported.</summary>
    public const string Conditions = "conditions";

    /// <summary>In hospital or A&amp;E in the last six months: <c>yes</c> or <c>no</c>. PRSB: contacts with professionals.</summary>
    public const string Hospital = "hospital";

    /// <summary>What they said about it, where it was more than yes or no: <c>yes, A&amp;E in May</c>.</summary>
    public const string HospitalWords = "hospital.words";

    /// <summary>What helps when talking with them, in their words, or <c>none</c>. PRSB: individual requirements, reasonable adjustment.</summary>
    public const string CommunicationWords = "communication.words";

    /// <summary>
    /// Any of <c>interpreter</c>, <c>hearing</c>, <c>sight</c>, <c>reading</c>, separated by commas. PRSB: individual requirements,
    /// impairment.
    /// </summary>
    public const string Communication = "communication";

    /// <summary>A language other than English: <c>polish</c>. PRSB: about me, how to communicate.</summary>
    public const string Language = "language";

    /// <summary>The best times and ways to reach them, in their words. PRSB: preferred contact method.</summary>
    public const string ReachWords = "reach.words";

    /// <summary>Any of <c>text</c>, <c>phone</c>, <c>email</c>, <c>visit</c>, separated by commas. PRSB: preferred contact method.</summary>
    public const string ReachWays = "reach.ways";

    /// <summary>Any of <c>morning</c>, <c>afternoon</c>, <c>evening</c>, <c>weekend</c>, separated by commas.</summary>
    public const string ReachTimes = "reach.times";

    /// <summary>Other people see texts on this phone: <c>yes</c> or <c>no</c>.</summary>
    public const string SharedPhone = "phone.shared";

    /// <summary>It is all right to ask something private on this phone: <c>yes</c> or <c>no</c>.</summary>
    public const string PrivateOk = "private.ok";

    /// <summary>They feel safe at home: <c>yes</c>, <c>no</c> or <c>unsure</c>. Never shown in a text. PRSB: safeguarding; risks.</summary>
    public const string SafeAtHome = "private.safe";

    /// <summary><c>yes</c>: the private question was not asked or not answered, and is a link worker's to ask. PRSB: plan and requested actions.</summary>
    public const string PrivateTask = "private.task";

    /// <summary>Agreed to tell their GP surgery: <c>yes</c> or <c>no</c>. PRSB: consent.</summary>
    public const string ShareWithGp = "consent.gp";

    /// <summary>Agreed to linkage for evaluation: <c>yes</c> or <c>no</c>. Apart from direct care. PRSB: consent.</summary>
    public const string Evaluation = "consent.evaluation";

    /// <summary>NHS number, ten digits without spaces: <c>9990000018</c>. PRSB: NHS number.</summary>
    public const string NhsNumber = "nhs.number";

    /// <summary>Why it ended, where it was not submitted: a member of <see cref="ClosedReasons"/>.</summary>
    public const string ClosedReason = "closed.reason";

    /// <summary>The questions asked, oldest first, separated by commas: where "back" goes. Not part of the record.</summary>
    internal const string Trail = "dialog.trail";

    /// <summary><c>yes</c> after the one nudge. Not part of the record.</summary>
    internal const string Nudged = "dialog.nudged";

    /// <summary>The question whose reason was given after a first skip. Not part of the record.</summary>
    internal const string Pressed = "dialog.pressed";

    /// <summary>The faults of an answer that were told already, as keys of texts. Not part of the record.</summary>
    internal const string ToldWrong = "dialog.wrong";

    /// <summary>The surgeries offered by number, as ODS codes separated by commas. Not part of the record.</summary>
    internal const string Offered = "dialog.offered";

    /// <summary><c>yes</c> when the first half of the summary is right. Not part of the record.</summary>
    internal const string DetailsChecked = "checked.details";

    /// <summary><c>yes</c> when the second half of the summary is right. Not part of the record.</summary>
    internal const string StoryChecked = "checked.story";

    private const string PendingStart = "pending.";

    /// <summary>Why a question has no answer: <c>declined</c>, <c>unknown</c> or <c>not applicable</c>.</summary>
    /// <param name="question">The question's name, for example <c>matters</c>.</param>
    public static string Skipped(string question) => "skipped." + question;

    /// <summary>A value that waits to be confirmed.</summary>
    public static string Pending(string slot) => PendingStart + slot;

    /// <summary>The slot a pending value is for, or null when the slot is not pending.</summary>
    internal static string? PendingFor(string slot) =>
        slot.StartsWith(PendingStart, StringComparison.Ordinal) ? slot[PendingStart.Length..] : null;
}

/// <summary>Why a referral ended before it was submitted.</summary>
public static class ClosedReasons
{
    /// <summary>Nobody answered, the nudge included. What was gathered is kept.</summary>
    public const string Silence = "silence";

    /// <summary>Under 18: a person talks with them.</summary>
    public const string Under18 = "under 18";

    /// <summary>They live outside the service's area.</summary>
    public const string OutsideArea = "outside area";

    /// <summary>The person referred does not know of it, or does not want it.</summary>
    public const string NotAgreed = "not agreed";

    /// <summary>They stopped every text. What was gathered is kept, and what they ask for after that begins anew.</summary>
    public const string Stopped = "stopped";

    /// <summary>Asked which question they meant, they wrote something else, or nothing.</summary>
    public const string Unanswered = "unanswered";
}
