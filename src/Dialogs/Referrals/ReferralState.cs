namespace Companion.Dialogs.Referrals;

/// <summary>Where a referral stands. The names are stored: a new state is added, none is renamed.</summary>
public enum ReferralState
{
    Resting,

    /// <summary>The superstate of everything that waits for words: silence, commands and misunderstandings are answered here.</summary>
    Open,
    WhoFor,

    // Somebody refers a person they care for.
    CarerName,
    CarerRelation,

    // A professional refers a patient: the single point of access for wards and A&E.
    ProfessionalName,
    ProfessionalRole,
    ProfessionalOrganisation,
    Setting,

    // In both: does the person know, and agree?
    Agreed,
    NotAgreed,

    // Who it is about.
    Name,
    NameReadBack,
    DateOfBirth,
    DateOfBirthReadBack,
    Postcode,
    PostcodeReadBack,
    OutOfArea,
    Surgery,
    SurgeryReadBack,
    SurgeryChoice,
    PatientPhone,
    PatientPhoneReadBack,

    // What it is about.
    Help,
    NeedsReadBack,
    Matters,
    Living,
    Conditions,
    Hospital,

    // How to talk with them.
    Communication,
    Reach,
    SharedPhone,

    // Only of the person themselves.
    PrivateOk,
    Private,
    Paused,
    ShareWithGp,
    Evaluation,
    NhsNumber,
    NhsNumberReadBack,

    // Is it all right?
    CheckDetails,
    CheckStory,
    Ended,
}
