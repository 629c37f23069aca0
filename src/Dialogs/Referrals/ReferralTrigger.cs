namespace Companion.Dialogs.Referrals;

/// <summary>What words, or silence, come to in a referral.</summary>
public enum ReferralTrigger
{
    Begin,

    /// <summary>For the person who writes.</summary>
    ForMe,

    /// <summary>For somebody they care for.</summary>
    ForSomeone,

    /// <summary>For a patient of theirs.</summary>
    ForPatient,

    /// <summary>The question is answered.</summary>
    Answered,

    /// <summary>The question does not arise: it was answered before, or is not asked in this branch.</summary>
    Passed,

    /// <summary>They would rather not say, or do not know, and need not.</summary>
    Skipped,

    /// <summary>Probably understood: read it back.</summary>
    Unsure,

    /// <summary>Several things fit: ask which.</summary>
    Several,

    /// <summary>What was read back is not right.</summary>
    Denied,

    /// <summary>It was read, and it cannot be so (a date in the future): say what is wrong with it.</summary>
    Wrong,

    /// <summary>Under 18.</summary>
    Young,

    /// <summary>They live where the service does not work.</summary>
    Outside,

    /// <summary>The person does not know of the referral, or does not want it.</summary>
    Disagreed,

    /// <summary>They do not feel safe at home.</summary>
    Unsafe,

    /// <summary>A line of the summary is to be changed.</summary>
    Change,

    /// <summary>One question back.</summary>
    Back,

    /// <summary>Back, where there is no question before.</summary>
    Stay,
    Help,

    /// <summary>"Why do you ask?"</summary>
    Why,

    /// <summary>They ask for a person.</summary>
    Person,

    /// <summary>They would rather go on in web chat.</summary>
    Chat,

    /// <summary>They skip what the record must hold: say why it is asked.</summary>
    Needed,

    /// <summary>They skip it again: a person will talk with them.</summary>
    Withheld,

    /// <summary>They leave it at that.</summary>
    Leave,
    Unclear,
    Silence,

    /// <summary>Silence after the one nudge.</summary>
    GaveUp,
}
