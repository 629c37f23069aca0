using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Summaries;

namespace Companion.Workflows.Tests.Notes;

/// <summary>Notes of a rig.</summary>
internal static class Drafted
{
    public static readonly string[] Referred =
    [
        "Hello", "1", "Sam Hill, 12 March 1954", "M1 1AE, Oak Lane", "I am lonely and worried about bills", "Y", "Seeing my friends again",
        "I live alone", "Diabetes and a bad hip", "yes, A&E in May", "large print please", "mornings, by phone", "no", "yes", "1", "y", "y",
        "999 000 0018", "1", "1",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Everything that was asked for is drafted.</summary>
    public static async Task Draft(this Rig rig)
    {
        while (await rig.Part<DraftDue>().Handle(10, Cancel) > 0)
        {
        }
    }

    /// <summary>The only note of a hand-off, or the only one there is.</summary>
    public static async Task<Note> TheNote(this Rig rig, HandOff? handOff = null) => Assert.Single(await rig.All<Note>(), note => handOff is null || note.HandOffId == handOff.Id);

    /// <summary>The newest version of a note.</summary>
    public static async Task<NoteVersion> Newest(this Rig rig, Note note) =>
        (await rig.All<NoteVersion>()).Where(version => version.NoteId == note.Id).MaxBy(version => version.Number)!;

    /// <summary>What its newest version says, with struck sentences in brackets.</summary>
    public static async Task<IReadOnlyList<string>> Says(this Rig rig, Note note) =>
        [.. (await rig.Newest(note)).Lines.All.Select(line => line.Stands ? line.Text : $"[{line.Text}]")];

    /// <summary>Somebody asked for a person, was picked up, and a draft was made.</summary>
    public static async Task<Note> DraftedFor(this Rig rig, params string[] said)
    {
        foreach (var words in said)
        {
            await rig.Text(words);
        }

        var handOff = await HandOffs.Desk.AskedForAPerson(rig);
        await HandOffs.Desk.PickedUpBy(rig, handOff, await HandOffs.Desk.Employ(rig, "Sam Okoye"));
        await rig.Draft();
        return await rig.TheNote(handOff);
    }

    /// <summary>Somebody referred themselves, Sam began to talk with them, and a draft was made.</summary>
    public static async Task<Note> DraftedForACase(this Rig rig)
    {
        await CheckIns.Enrolled.Texts(rig, Referred);
        var sam = await HandOffs.Desk.Employ(rig, "Sam Okoye");
        var talk = await rig.Part<BeginTalking>().Handle(rig.Service.Key, (await rig.All<Case>()).Single().AddressId, sam.Id, Cancel);
        Assert.Equal(PickedUp.Yes, talk.Outcome);
        await rig.Draft();
        return await rig.TheNote(talk.HandOff);
    }

    /// <summary>The note as it is now.</summary>
    public static async Task<Note> Again(this Rig rig, Note note) => (await rig.All<Note>()).Single(one => one.Id == note.Id);

    /// <summary>What is given out of its case.</summary>
    public static Task<IReadOnlyList<ApprovedNote>> Approved(this Rig rig, Note note) => rig.Part<ApprovedNotes>().OfCase(note.ServiceId, note.CaseId!.Value, Cancel);

    /// <summary>One more of its case is asked for and drafted.</summary>
    public static async Task<Note> Ask(this Rig rig, Note note, string key)
    {
        var id = await rig.Part<AskForNote>().OfCase(note.ServiceId, note.CaseId!.Value, "Sam Okoye", key, Cancel);
        await rig.Draft();
        return (await rig.All<Note>()).Single(one => one.Id == id);
    }

    /// <summary>Sam's hand on a note as it is now.</summary>
    public static NoteHand By(this Note note, string who = "Sam Okoye") => new(note.ServiceId, note.Id, note.Version, who);
}
