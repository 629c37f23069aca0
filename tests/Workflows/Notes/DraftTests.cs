using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Safety;
using Companion.Workflows.Summaries;
using Companion.Workflows.Tests.HandOffs;
using NodaTime;

namespace Companion.Workflows.Tests.Notes;

public sealed class DraftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Picking_up_asks_for_a_draft_and_does_not_wait_for_it()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));

        Assert.Equal(NoteStatus.Asked, (await rig.TheNote()).Status);
        Assert.Empty(rig.Summariser.Read);

        await rig.Draft();
        var note = await rig.TheNote(handOff);
        Assert.Equal((NoteStatus.Drafted, Purpose.PickedUp, 1, (long?)null), (note.Status, note.Purpose, note.Version, note.CaseId));
        Assert.Contains("They wrote: \"Hello\"", await rig.Says(note));
    }

    [Fact]
    public async Task Closing_asks_for_one_more_and_picking_up_twice_for_no_more()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        var sam = await rig.Employ("Sam Okoye");
        var hold = await rig.PickedUpBy(handOff, sam);
        await rig.Part<PickUp>().Handle(handOff.Id, sam.Id, Cancel);
        await rig.Part<ClearHandOff>().Handle(handOff.Id, new Clearing("Sam Okoye", "Spoken to.") { Hold = hold }, Cancel);
        await rig.Draft();

        Assert.Equal([Purpose.PickedUp, Purpose.Closed], (await rig.All<Note>()).OrderBy(note => note.Id).Select(note => note.Purpose));
        Assert.All(await rig.All<Note>(), note => Assert.Equal(NoteStatus.Drafted, note.Status));
    }

    [Fact]
    public async Task Whoever_dies_while_drafting_leaves_it_to_be_done_once()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Summariser.Meanwhile = _ => throw new OperationCanceledException("the process ends here");
        await Assert.ThrowsAsync<OperationCanceledException>(() => rig.Part<DraftDue>().Handle(10, Cancel));
        rig.Summariser.Meanwhile = _ => Task.CompletedTask;

        Assert.Equal(0, await rig.Part<DraftDue>().Handle(10, Cancel)); // the claim still holds
        rig.Clock.Now += Duration.FromMinutes(2);
        await rig.Draft();

        Assert.Single(await rig.All<NoteVersion>());
    }

    [Fact]
    public async Task Whoever_lost_the_claim_stores_nothing()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Summariser.Meanwhile = async _ =>
        {
            rig.Summariser.Meanwhile = _ => Task.CompletedTask;
            rig.Clock.Now += Duration.FromMinutes(2); // this one is so slow that another process takes over
            Assert.Equal(1, await rig.Part<DraftDue>().Handle(10, Cancel));
        };
        await rig.Draft();

        Assert.Single(await rig.All<NoteVersion>());
        Assert.Equal(1, (await rig.TheNote()).Version);
    }

    [Fact]
    public async Task One_that_cannot_be_drafted_is_put_off_and_somebody_is_told()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.PickedUpBy(await rig.AskedForAPerson(), await rig.Employ("Sam Okoye"));
        rig.Summariser.Meanwhile = _ => throw new InvalidOperationException("words nobody may read");
        Assert.Equal(1, await rig.Part<DraftDue>().Handle(10, Cancel));
        rig.Summariser.Meanwhile = _ => Task.CompletedTask;

        Assert.Equal(0, await rig.Part<DraftDue>().Handle(10, Cancel));
        var alert = Assert.Single(await rig.All<Alert>());
        Assert.DoesNotContain("nobody may read", alert.Detail, StringComparison.Ordinal);
        rig.Clock.Now += Duration.FromMinutes(5);
        Assert.Equal(1, await rig.Part<DraftDue>().Handle(10, Cancel));
        Assert.Equal(NoteStatus.Drafted, (await rig.TheNote()).Status);
    }

    [Fact]
    public async Task Asked_for_twice_with_one_key_it_is_one_note()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        var ask = rig.Part<AskForNote>();

        var first = await ask.OfHandOff(rig.Service.Key, handOff.Id, "Sam Okoye", "k", Cancel);
        Assert.Equal(first, await ask.OfHandOff(rig.Service.Key, handOff.Id, "Sam Okoye", "k", Cancel));
        Assert.Null(await ask.OfHandOff("another", handOff.Id, "Sam Okoye", "k", Cancel));
        Assert.True(await rig.Part<WriteDraft>().Now(first!.Value, Cancel));
        Assert.False(await rig.Part<WriteDraft>().Now(first.Value, Cancel));
        Assert.Equal("Sam Okoye", (await rig.TheNote()).AskedBy);
    }

    [Fact]
    public async Task A_sentence_without_a_source_that_is_there_is_struck_whatever_its_summariser_says()
    {
        await using var rig = await Rig.At(Desk.Monday);
        rig.Summariser.Besides.AddRange([new Sentence(Heading.Plan, "A.", []), new Sentence(Heading.Plan, "B.", ["m1", "m99"])]);
        var note = await rig.DraftedFor();

        var struck = (await rig.Newest(note)).Lines.All.Where(line => !line.Stands).Select(line => (line.Text, line.Fault, line.Because));
        Assert.Equal([("A.", (Fault?)Fault.NoCitation, null), ("B.", Fault.UnknownCitation, "m99")], struck);
    }
}
