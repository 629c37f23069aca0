using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Consent;
using Companion.Workflows.Storage;

namespace Companion.Workflows.People;

/// <summary>Whether a finding was written down, or why it makes no sense.</summary>
public enum FindingOutcome
{
    Recorded,

    /// <summary>There is no such address of this person.</summary>
    NotTheirs,

    /// <summary>It is known already.</summary>
    AlreadySo,

    /// <summary>A chat has no number.</summary>
    NotANumber,

    /// <summary>A landline takes no texts.</summary>
    Landline,

    /// <summary>The person stopped all texts: only their own START takes that back.</summary>
    Stopped,

    /// <summary>The address is marked as one not to text.</summary>
    Marked,

    /// <summary>Abuse was heard and is open: whoever clears it says whether texts are safe.</summary>
    ClearHandOffFirst,
}

/// <summary>Which findings make sense of an address as it is.</summary>
internal static class FindingRules
{
    public static FindingOutcome Check(Turn turn, Finding what)
    {
        var address = turn.Address;
        return what switch
        {
            Finding.AgreedToTexts => CanAgree(address),
            Finding.NothingWrong => CanLift(turn),
            Finding.WrongNumber when address.Channel != Channel.Sms => FindingOutcome.NotANumber,
            _ when TroubleOf(what) is { } mark && address.Is(mark) => FindingOutcome.AlreadySo,
            _ => FindingOutcome.Recorded,
        };
    }

    /// <summary>The mark a finding leaves, or null for one that leaves none.</summary>
    public static AddressTrouble? TroubleOf(Finding what) => what switch
    {
        Finding.WrongNumber => AddressTrouble.WrongNumber,
        Finding.MovedAway => AddressTrouble.MovedAway,
        Finding.Died => AddressTrouble.Died,
        Finding.UnsafeToText => AddressTrouble.UnsafeToText,
        _ => null,
    };

    /// <summary>Why open conversations end, or null when they may go on later.</summary>
    public static string? Ends(Finding what) => what switch
    {
        Finding.WrongNumber => "wrong number",
        Finding.MovedAway => "moved away",
        Finding.Died => "died",
        _ => null,
    };

    private static FindingOutcome CanAgree(Address address) => address switch
    {
        { Channel: not Channel.Sms } => FindingOutcome.NotANumber,
        { Trouble: not null } => FindingOutcome.Marked,
        { Textable: Textable.PhoneOnly } => FindingOutcome.Landline,
        _ when PhoneNumber.TryParse(address.Value, out var number) && !number.CanBeTexted => FindingOutcome.Landline,
        _ when address.ProviderBlocked || Stops.Has(address, ConsentTopic.Everything) => FindingOutcome.Stopped,
        { Textable: Textable.Claimed or Textable.Declined } => FindingOutcome.Recorded,
        _ => FindingOutcome.AlreadySo,
    };

    private static FindingOutcome CanLift(Turn turn) => turn.Address switch
    {
        { Trouble: null } => turn.HandOffs.Exists(handOff => handOff.Reason == HandOffReason.NotThem) ? FindingOutcome.Recorded : FindingOutcome.AlreadySo,
        { IsUnsafe: true } when turn.HandOffs.Exists(handOff => handOff.IsAbuse) => FindingOutcome.ClearHandOffFirst,
        _ => FindingOutcome.Recorded,
    };
}
