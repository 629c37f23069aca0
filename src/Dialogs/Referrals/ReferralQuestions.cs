using Companion.Dialogs.Consent;
using Companion.Dialogs.Referrals.Questions;
using static Companion.Dialogs.Referrals.ReferralState;

namespace Companion.Dialogs.Referrals;

/// <summary>Which question is asked in which state.</summary>
internal static class ReferralQuestions
{
    private static readonly NameQuestion NameAsked = new();
    private static readonly DateOfBirthQuestion BirthAsked = new();
    private static readonly PostcodeQuestion PostcodeAsked = new();
    private static readonly SurgeryQuestion SurgeryAsked = new();
    private static readonly PatientPhoneQuestion PhoneAsked = new();
    private static readonly HelpQuestion HelpAsked = new();
    private static readonly NhsNumberQuestion NhsAsked = new();

    public static IReadOnlyDictionary<ReferralState, Question> All { get; } = new Dictionary<ReferralState, Question>
    {
        [WhoFor] = new WhoForQuestion(),
        [CarerName] = new ReferrerQuestion("carer", ReferralSlots.ReferrerRelation),
        [CarerRelation] = new ReferrerPartQuestion("relation", ReferralSlots.ReferrerRelation),
        [ProfessionalName] =
            new ReferrerQuestion("professional", ReferralSlots.ReferrerRole, ReferralSlots.ReferrerOrganisation),
        [ProfessionalRole] = new ReferrerPartQuestion("role", ReferralSlots.ReferrerRole),
        [ProfessionalOrganisation] = new ReferrerPartQuestion("organisation", ReferralSlots.ReferrerOrganisation),
        [Setting] = new SettingQuestion(),
        [Agreed] = new AgreedQuestion(),
        [NotAgreed] = new NotAgreedQuestion(),
        [Name] = NameAsked,
        [NameReadBack] = new ReadBack(NameAsked),
        [DateOfBirth] = BirthAsked,
        [DateOfBirthReadBack] = new ReadBack(BirthAsked),
        [Postcode] = PostcodeAsked,
        [PostcodeReadBack] = new ReadBack(PostcodeAsked),
        [OutOfArea] = new OutOfAreaQuestion(PostcodeAsked),
        [ReferralState.Surgery] = SurgeryAsked,
        [ReferralState.SurgeryReadBack] = new SurgeryReadBack(SurgeryAsked),
        [ReferralState.SurgeryChoice] = new SurgeryChoice(SurgeryAsked),
        [PatientPhone] = PhoneAsked,
        [PatientPhoneReadBack] = new ReadBack(PhoneAsked),
        [Help] = HelpAsked,
        [ReferralState.NeedsReadBack] = new NeedsReadBack(HelpAsked),
        [Matters] = new MattersQuestion(),
        [Living] = new LivingQuestion(),
        [Conditions] = new ConditionsQuestion(),
        [Hospital] = new HospitalQuestion(),
        [Communication] = new CommunicationQuestion(),
        [Reach] = new ReachQuestion(),
        [SharedPhone] = new SharedPhoneQuestion(),
        [PrivateOk] = new PrivateOkQuestion(),
        [Private] = new PrivateQuestion(),
        [Paused] = new PausedQuestion(),
        [ShareWithGp] = new ConsentQuestion("gp", ReferralSlots.ShareWithGp, ConsentTopic.ShareWithGp),
        [Evaluation] = new ConsentQuestion(
            "evaluation", ReferralSlots.Evaluation, ConsentTopic.EvaluationLinkage, onNo: [ReferralSlots.NhsNumber]),
        [NhsNumber] = NhsAsked,
        [NhsNumberReadBack] = new ReadBack(NhsAsked),
        [CheckDetails] = new CheckQuestion("details", ReferralSlots.DetailsChecked, Summary.Details),
        [CheckStory] = new CheckQuestion("story", ReferralSlots.StoryChecked, Summary.Story),
    };
}
