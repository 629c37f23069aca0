using Companion.Workflows.Forgetting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Summaries;
using Companion.Workflows.Tests.HandOffs;
using Companion.Workflows.Tests.Notes;
using Companion.Workflows.Workers;

namespace Companion.Workflows.Tests.StaffRooms;

/// <summary>In whose chat a note is shown, and when it is shown anew.</summary>
public sealed class NotePostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_shown_to_the_holder_once_and_anew_whenever_it_changes()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedFor();
        Assert.Equal(["Sam Okoye 1"], await Posts(rig, note));
        await rig.Part<EditNote>().Add(note.By("Priya Nair"), Heading.Plan, "Phone on Friday.", Cancel);
        Assert.Equal(["Sam Okoye 2"], await Posts(rig, note));
        await rig.Part<DecideNote>().Approve((await rig.Again(note)).By("Priya Nair"), Cancel);
        Assert.Equal(["Sam Okoye 3"], await Posts(rig, note));
    }

    [Fact]
    public async Task One_that_was_asked_for_is_shown_to_whoever_asked_and_of_two_with_that_name_to_neither()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedForACase();
        await rig.Employ("Priya Nair");
        Assert.Equal(["Priya Nair 1"], await Posts(rig, await Ask(rig, note, "Priya Nair", "1")));
        await rig.Employ("Priya Nair");
        Assert.Empty(await Posts(rig, await Ask(rig, note, "Priya Nair", "2")));
    }

    [Fact]
    public async Task One_of_a_closed_conversation_is_shown_to_whoever_closed_it()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var first = await rig.DraftedFor();
        var handOff = (await rig.All<HandOff>()).Single();
        await rig.Part<ClearHandOff>().Handle(handOff.Id, new Clearing("Sam Okoye", "Supported.") { Hold = new Hold(handOff.Id, handOff.OwnerId!.Value, handOff.Fence) }, Cancel);
        await rig.Draft();
        var closed = (await rig.All<Note>()).Single(note => note.Purpose == Purpose.Closed);
        Assert.Equal(["Sam Okoye 1"], await Posts(rig, closed));
        Assert.Equal(["Sam Okoye 2"], await Posts(rig, first));
    }

    [Fact]
    public async Task A_message_that_is_forgotten_makes_the_cards_of_its_notes_out_of_date()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedFor("I am afraid of the lift");
        var message = (await rig.All<Conversations.InboundMessage>()).Single(one => one.Words.Contains("lift", StringComparison.Ordinal));
        await rig.Part<ForgetMessage>().Handle(rig.Service.Key, message.Id, "Sam Okoye", Cancel);
        Assert.Equal(["Sam Okoye 2"], await Posts(rig, note));
    }

    private static async Task<Note> Ask(Rig rig, Note note, string by, string key)
    {
        var id = await rig.Part<AskForNote>().OfCase(note.ServiceId, note.CaseId!.Value, by, key, Cancel);
        await rig.Draft();
        return (await rig.All<Note>()).Single(one => one.Id == id);
    }

    private static async Task<IReadOnlyList<string>> Posts(Rig rig, Note note)
    {
        var workers = (await rig.All<Worker>()).ToDictionary(one => one.Id, one => one.Name);
        return [.. (await rig.All<StaffPost>()).Where(post => post.Kind == StaffPostKind.Note && post.NoteId == note.Id).Select(post => $"{workers[post.WorkerId!.Value]} {post.Wanted}")];
    }
}
