using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Referrals;

/// <summary>What triage looks at.</summary>
internal sealed class TriageFacts(Slots slots, int age)
{
    private static readonly string[] OwnWords =
    [
        ReferralSlots.HelpWords, ReferralSlots.Matters, ReferralSlots.LivingWords, ReferralSlots.Conditions, ReferralSlots.HospitalWords,
        ReferralSlots.CommunicationWords,
    ];

    /// <summary>Age in whole years.</summary>
    public int Age { get; } = age;

    /// <summary>The needs.</summary>
    public IReadOnlySet<string> Needs { get; } =
        (slots[ReferralSlots.Needs] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    /// <summary>What they wrote in their own words, answer by answer.</summary>
    public IReadOnlyList<Plain> Words { get; } = [.. OwnWords.Select(slot => slots[slot]).OfType<string>().Select(Plain.Of)];

    /// <summary>The value of a slot.</summary>
    public string? this[string slot] => slots[slot];
}
