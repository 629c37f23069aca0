using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Words;
using Companion.Workflows.Settings;

namespace Companion.Workflows.CheckIns;

/// <summary>
/// The words of a questionnaire that does not ship with them, as <c>Instruments:KEY</c> configures them. Whoever enters them holds the
/// licence that allows it.
/// </summary>
public sealed class InstrumentSettings
{
    /// <summary>What is said before the first question, with {question} where it goes; {copyright} brings the line that must be shown.</summary>
    public string Open { get; set; } = "";

    /// <summary>The words of each item, by its key.</summary>
    public Dictionary<string, string> Items { get; set; } = [];

    /// <summary>The texts as they are asked.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts(Instrument instrument) =>
        Items.Select(item => KeyValuePair.Create($"checkin.{instrument.Key}.{item.Key}", item.Value))
            .Append(KeyValuePair.Create($"checkin.{instrument.Key}.open", Open.Replace("{copyright}", Line(instrument), StringComparison.Ordinal)));

    /// <summary>Says what is wrong with the words of an instrument: one sentence for each key.</summary>
    public IEnumerable<string> Wrong(string key)
    {
        if (!Instrument.Shipped.Contains(key))
        {
            return [$"Instruments:{key}: there is no such questionnaire; there are {string.Join(", ", Instrument.Shipped)}."];
        }

        var instrument = Instrument.Of(key);
        if (TextBook.Shipped.Has("en", $"checkin.{key}.open"))
        {
            return [$"Instruments:{key}: its words ship with Companion and cannot be changed here."];
        }

        var items = instrument.Items.Select(item => item.Key).ToList();
        return items.Except(Items.Keys).Select(item => $"Instruments:{key}:Items:{item}: its words are missing.")
            .Concat(Items.Keys.Except(items).Select(item => $"Instruments:{key}:Items:{item}: there is no such item."))
            .Concat(Open.Contains("{question}", StringComparison.Ordinal) ? [] : [$"Instruments:{key}:Open: it has no {{question}}, where the first one goes."])
            .Concat(instrument.Copyright is null || Open.Contains("{copyright}", StringComparison.Ordinal) ? [] : [$"Instruments:{key}:Open: it has no {{copyright}}, the line that must be shown."]);
    }

    /// <summary>Says what services ask that has no words: one sentence for each.</summary>
    public static IEnumerable<string> WithoutWords(ServiceBook services, IReadOnlyDictionary<string, InstrumentSettings> configured) =>
        from service in services.All
        from key in service.CheckIns.Asked
        where Instrument.Of(key).CanBeTexted && !configured.ContainsKey(key) && !TextBook.Shipped.Has("en", $"checkin.{key}.open")
        select $"Services:{service.Key}:CheckIns:Instruments: the words of '{key}' do not ship; a licence holder enters them under Instruments:{key}.";

    // The sign itself would make three parts of every text.
    private static string Line(Instrument instrument) => (instrument.Copyright ?? "").Replace("\u00a9", "(c)", StringComparison.Ordinal);
}
