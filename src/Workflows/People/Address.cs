using NodaTime;

namespace Companion.Workflows.People;

/// <summary>How words travel.</summary>
public enum Channel
{
    /// <summary>Text message to and from an E.164 number.</summary>
    Sms,

    /// <summary>The web chat; the address is the chat's own token.</summary>
    WebChat,

    /// <summary>A voice call that reads words out; only to people on call.</summary>
    Voice,

    /// <summary>E-mail; only to people on call.</summary>
    Email,
}

/// <summary>On what ground an address is written to (design, "Textable").</summary>
public enum Textable
{
    /// <summary>Somebody else typed or imported it: it gets the one neutral question and nothing more.</summary>
    Claimed,

    /// <summary>It wrote to us.</summary>
    Wrote,

    /// <summary>It answered yes to the neutral question.</summary>
    Agreed,

    /// <summary>Staff wrote down when and how the person agreed.</summary>
    StaffRecorded,

    /// <summary>It answered no.</summary>
    Declined,

    /// <summary>A landline: phone, do not text.</summary>
    PhoneOnly,
}

/// <summary>Why nothing but a link worker's own words goes to an address. Several can hold: a number can be wrong and unsafe too.</summary>
[Flags]
public enum AddressTrouble
{
    Died = 1,
    WrongNumber = 2,
    MovedAway = 4,
    UnsafeToText = 8,
}

/// <summary>A phone number or chat of one service. One address can belong to several people, one person can have several.</summary>
public sealed class Address
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public Channel Channel { get; set; }

    /// <summary>The E.164 number, or the chat's token.</summary>
    public required string Value { get; set; }

    public Textable Textable { get; set; }

    /// <summary>When and how staff recorded that the person agreed, in their words.</summary>
    public string? TextableNote { get; set; }

    /// <summary>When the neutral question was asked; it is asked once.</summary>
    public Instant? AskedToText { get; set; }

    /// <summary>The provider refuses to deliver (STOP at Twilio, error 21610). Ours and theirs are two facts; both must allow.</summary>
    public bool ProviderBlocked { get; set; }

    /// <summary>Topics stopped, as names of <c>ConsentTopic</c> joined by commas; the ledger holds the history.</summary>
    public string Stopped { get; set; } = "";

    /// <summary>When everything was last stopped: what the person asks for after that is answered all the same.</summary>
    public Instant? StoppedAt { get; set; }

    /// <summary>Everything it is marked as; null for nothing.</summary>
    public AddressTrouble? Trouble { get; set; }

    /// <summary>True while it is unsafe to text, whatever else it is marked as.</summary>
    public bool IsUnsafe => Is(AddressTrouble.UnsafeToText);

    /// <summary>True when a person has found that whoever it was known by is not there: what is written from it is somebody else's.</summary>
    public bool IsNoLongerTheirs => Is(AddressTrouble.WrongNumber) || Is(AddressTrouble.Died);

    /// <summary>Other people read this phone: a first name is asked before any detail.</summary>
    public bool Shared { get; set; }

    /// <summary>The link worker who holds the conversation, or null while the bot does.</summary>
    public string? Holder { get; set; }

    /// <summary>Language of the texts, as in the resource files.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The channel the last words came by: answers go back the same way.</summary>
    public Channel LastChannel { get; set; }

    public Instant CreatedAt { get; set; }

    /// <summary>When words last came from here; null for a number that never wrote.</summary>
    public Instant? LastHeardAt { get; set; }

    /// <summary>True while it is marked as this, whatever else it is marked as.</summary>
    public bool Is(AddressTrouble mark) => Trouble is { } trouble && trouble.HasFlag(mark);

    /// <summary>Marks it as this, or lifts that mark; every other mark stays.</summary>
    public void Mark(AddressTrouble mark, bool isSo = true)
    {
        var others = Trouble.GetValueOrDefault() & ~mark;
        var marks = isSo ? others | mark : others;
        Trouble = marks == default ? null : marks;
    }
}
