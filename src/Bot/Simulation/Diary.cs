using System.Security.Cryptography;
using System.Text;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>A text that a simulated person wrote, and every time it was brought to Companion.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="From">Who wrote.</param>
/// <param name="Words">What.</param>
/// <param name="Meaning">What the person meant by it, as far as a law asks.</param>
internal sealed record WrittenText(string Id, string From, string Words, Meaning Meaning)
{
    public List<Bringing> Brought { get; } = [];
}

internal enum Meaning
{
    Ordinary,
    Danger,
    Stop,
    Start,
}

/// <summary>One time a text was brought.</summary>
/// <param name="At">When.</param>
/// <param name="Duplicate">What Companion answered; null when it died.</param>
internal sealed record Bringing(Instant At, bool? Duplicate);

/// <summary>One time the network was handed a row.</summary>
internal sealed record Handing(
    long Row, SendClass Class, Channel Channel, string To, long? AddressId, long? ConversationId, long? HandOffId, Instant At, bool Accepted);

/// <summary>Something a member of staff did to a hand-off.</summary>
internal sealed record StaffAct(long HandOff, Instant At, string By);

/// <summary>A note that somebody approved.</summary>
internal sealed record NoteAct(long Note, string By);

/// <summary>What truly happened, written down by the world and not by Companion.</summary>
internal sealed class Diary : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Dictionary<string, WrittenText> Written { get; } = [];

    public List<Handing> Handed { get; } = [];

    /// <summary>Everybody who tried to accept or pick up, whether they heard what came of it or not.</summary>
    public List<StaffAct> Acknowledgements { get; } = [];

    public List<StaffAct> Clearings { get; } = [];

    public List<WorkerWords> WorkerWords { get; } = [];

    /// <summary>Everybody who tried to approve a note.</summary>
    public List<NoteAct> Approvals { get; } = [];

    public int Duplicates { get; set; }

    public int Crashes { get; set; }

    /// <summary>Writes one line of the transcript, which nobody reads but its hash.</summary>
    public void Line(Instant at, string who, string what) => hash.AppendData(Encoding.UTF8.GetBytes($"{at.ToUnixTimeTicks()}|{who}|{what}\n"));

    /// <summary>The hash of all lines so far, in hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <summary>The same entries in a diary of its own.</summary>
    public Diary Copy()
    {
        var copy = new Diary { Duplicates = Duplicates, Crashes = Crashes };
        Written.ToList().ForEach(text => copy.Written.Add(text.Key, text.Value));
        copy.Handed.AddRange(Handed);
        copy.Acknowledgements.AddRange(Acknowledgements);
        copy.Clearings.AddRange(Clearings);
        copy.WorkerWords.AddRange(WorkerWords);
        copy.Approvals.AddRange(Approvals);
        return copy;
    }

    public void Dispose() => hash.Dispose();
}
