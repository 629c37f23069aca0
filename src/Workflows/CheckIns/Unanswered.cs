using Companion.Dialogs.Consent;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Workflows.CheckIns;

/// <summary>Why a check-in has no answer, or only a part, as a link worker thinks of it.</summary>
public enum WhyUnanswered
{
    /// <summary>No reason was kept, or one of another release.</summary>
    Other,
    NoReply,

    /// <summary>They answered a part.</summary>
    Part,

    /// <summary>No text of it got there.</summary>
    Undelivered,
    Stopped,
    Died,
    WrongNumber,
    MovedAway,
    UnsafeToText,

    /// <summary>The number was marked then, and is no more.</summary>
    WasMarked,
    RedFlag,
    TooYoung,
    SharedPhone,
    ReferredByOther,
    NoNumber,
    NotAgreed,
    AskedLately,

    /// <summary>Its window closed first.</summary>
    TooLate,
}

/// <summary>How a link worker had best ask instead.</summary>
public enum NextChannel
{
    Phone,
    WebChatLink,
    InPerson,
    NothingTheyStopped,
    NothingTheyDied,
    NothingTooYoung,
    NothingAskedLately,
}

/// <summary>Why a check-in went unanswered, and how to ask instead.</summary>
public readonly record struct Unanswered(WhyUnanswered Why, NextChannel Next)
{
    private static readonly (AddressTrouble Mark, WhyUnanswered Why)[] Marks =
    [
        (AddressTrouble.Died, WhyUnanswered.Died),
        (AddressTrouble.UnsafeToText, WhyUnanswered.UnsafeToText),
        (AddressTrouble.WrongNumber, WhyUnanswered.WrongNumber),
        (AddressTrouble.MovedAway, WhyUnanswered.MovedAway),
    ];

    /// <summary>From the check-in, what is so of its address today, and what became of its texts.</summary>
    public static Unanswered Of(CheckIn wave, Address address, IReadOnlyList<SendStatus> texts)
    {
        var why = WhyOf(wave, address, texts);
        return new Unanswered(why, IsStopped(address) && why != WhyUnanswered.Died ? NextChannel.NothingTheyStopped : NextOf(why));
    }

    private static WhyUnanswered WhyOf(CheckIn wave, Address address, IReadOnlyList<SendStatus> texts)
    {
        if (Array.Find(Marks, one => address.Is(one.Mark)) is { Why: not WhyUnanswered.Other } marked)
        {
            return marked.Why;
        }

        return IsStopped(address) ? WhyUnanswered.Stopped : CheckInReasons.Of(wave.Reason) switch
        {
            CheckInReason.Stopped => WhyUnanswered.Stopped,
            CheckInReason.TooYoung => WhyUnanswered.TooYoung,
            CheckInReason.ReferredByOther => WhyUnanswered.ReferredByOther,
            CheckInReason.NoNumber => WhyUnanswered.NoNumber,
            CheckInReason.Marked => WhyUnanswered.WasMarked,
            CheckInReason.NotTextable => WhyUnanswered.NotAgreed,
            CheckInReason.Shared => WhyUnanswered.SharedPhone,
            CheckInReason.AskedLately => WhyUnanswered.AskedLately,
            CheckInReason.RedFlag => WhyUnanswered.RedFlag,
            CheckInReason.Late or CheckInReason.Held or CheckInReason.Busy => WhyUnanswered.TooLate,
            _ => Silent(wave, texts),
        };
    }

    private static WhyUnanswered Silent(CheckIn wave, IReadOnlyList<SendStatus> texts) =>
        texts.Count > 0 && texts.All(text => text is SendStatus.Undelivered or SendStatus.Refused or SendStatus.Expired) ? WhyUnanswered.Undelivered
        : wave.Status == CheckInStatus.Partial ? WhyUnanswered.Part
        : wave.Status == CheckInStatus.Missed ? WhyUnanswered.NoReply
        : WhyUnanswered.Other;

    private static bool IsStopped(Address address) =>
        Stops.Has(address, ConsentTopic.Everything) || Stops.Has(address, ConsentTopic.CheckIns) || address.ProviderBlocked;

    // Whoever began to answer may go on at their own time; to a phone that others read, or that is not theirs, nothing goes.
    private static NextChannel NextOf(WhyUnanswered why) => why switch
    {
        WhyUnanswered.Died => NextChannel.NothingTheyDied,
        WhyUnanswered.TooYoung => NextChannel.NothingTooYoung,
        WhyUnanswered.AskedLately => NextChannel.NothingAskedLately,
        WhyUnanswered.Part => NextChannel.WebChatLink,
        WhyUnanswered.WrongNumber or WhyUnanswered.MovedAway or WhyUnanswered.UnsafeToText or WhyUnanswered.SharedPhone
            or WhyUnanswered.ReferredByOther or WhyUnanswered.NoNumber => NextChannel.InPerson,
        _ => NextChannel.Phone,
    };
}
