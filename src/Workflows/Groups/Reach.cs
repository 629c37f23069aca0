using Companion.Dialogs.Consent;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Groups;

/// <summary>Whether a member can be written to, and why not. The gate decides again at the moment of sending.</summary>
internal static class Reach
{
    /// <summary>Why no text about <paramref name="topic"/> would go, in words for staff; null when one would.</summary>
    public static string? WhyNot(Turn turn, GroupMember member, ConsentTopic topic) =>
        member.NoNumber || turn.Address.Channel != Channel.Sms ? StaffWords.Of("group.why.no-number")
        : turn.Address.Trouble is { } trouble ? StaffWords.Of("group.why.marked", ("mark", $"{trouble}"))
        : turn.Address.Textable is Textable.PhoneOnly or Textable.Declined or Textable.Claimed ? StaffWords.Of("group.why.not-textable")
        : turn.Address.ProviderBlocked || Stops.Has(turn.Address, ConsentTopic.Everything) || Stops.Has(turn.Address, topic)
            ? StaffWords.Of("group.why.stopped")
        : null;

    /// <summary>True when others read this phone.</summary>
    public static bool IsShared(Turn turn) => turn.Address.Shared || turn.People.Count > 1;

    /// <summary>A talk of ours begins by text, wherever they wrote last.</summary>
    public static void ByText(Turn turn)
    {
        turn.Address.LastChannel = turn.Address.Channel;
        turn.Update(turn.Address);
    }
}
