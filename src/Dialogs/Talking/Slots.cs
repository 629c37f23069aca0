using System.Collections.Immutable;

namespace Companion.Dialogs.Talking;

/// <summary>What a conversation has gathered so far: named values as text, so that a shape stored by any release can be read.</summary>
public sealed class Slots
{
    /// <summary>Nothing gathered yet.</summary>
    public static readonly Slots Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    private readonly ImmutableSortedDictionary<string, string> values;

    private Slots(ImmutableSortedDictionary<string, string> values) => this.values = values;

    /// <summary>Every name and value, in the order of the names.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>The value of a slot, or null when it has none.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Slots read back from where they were stored.</summary>
    public static Slots From(IEnumerable<KeyValuePair<string, string>> stored) =>
        new(ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, stored));

    /// <summary>True when the slot has a value.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>The same slots with one set; a null value clears it.</summary>
    public Slots With(string name, string? value) =>
        new(value is null ? values.Remove(name) : values.SetItem(name, value));
}
