namespace Companion.Dialogs.Consent;

/// <summary>What a person can agree to, refuse or stop, each apart from the others.</summary>
public enum ConsentTopic
{
    /// <summary>Every text of the service.</summary>
    Everything,

    /// <summary>Reminders of appointments and groups.</summary>
    Reminders,

    /// <summary>Wellbeing check-ins.</summary>
    CheckIns,

    /// <summary>Offers of groups and activities.</summary>
    Offers,

    /// <summary>Sharing the referral with their GP surgery.</summary>
    ShareWithGp,

    /// <summary>Linking their NHS number to hospital records to learn whether the service helps.</summary>
    EvaluationLinkage,

    /// <summary>Being asked something private on this phone.</summary>
    PrivateQuestion,

    /// <summary>Being texted at this number at all.</summary>
    TextingThisNumber,
}
