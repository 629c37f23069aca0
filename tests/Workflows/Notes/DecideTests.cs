using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using Companion.Workflows.Tests.HandOffs;

namespace Companion.Workflows.Tests.Notes;

public sealed class DecideTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_change_is_a_version_and_the_difference_can_be_shown()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedFor();
        var edit = rig.Part<EditNote>();
        var issue = (await rig.Newest(note)).Lines.All.First(line => line.Heading == Heading.Issues);

        Assert.Equal(NoteOutcome.Done, await edit.Write(note.By(), issue.Key, new Wanted(Heading.Issues, "They said hello.", KeepCites: true), Cancel));
        note = await rig.TheNote();
        Assert.Equal(NoteOutcome.Done, await edit.Add(note.By("Priya Nair"), Heading.Plan, "Phone on Friday.", Cancel));
        note = await rig.TheNote();
        Assert.Equal(NoteOutcome.Done, await edit.Remove(note.By(), issue.Key, Cancel));

        var versions = (await rig.All<NoteVersion>()).OrderBy(version => version.Number).ToList();
        Assert.Equal([null, "Sam Okoye", "Priya Nair", "Sam Okoye"], versions.Select(version => version.By));
        Assert.Equal([Writer.Extractive, Writer.Person, Writer.Person, Writer.Person], versions.Select(version => version.Origin.Writer));
        var changed = Assert.Single(NoteDifference.Between(versions[0].Lines, versions[1].Lines));
        Assert.Equal((Difference.Changed, "They said hello."), (changed.What, changed.After!.Text));
        Assert.Equal(issue.Cites, changed.After.Cites);
        Assert.Equal((Difference.Added, "Priya Nair"), NoteDifference.Between(versions[1].Lines, versions[2].Lines) is [var added] ? (added.What, added.After!.By!) : default);
        Assert.Equal(Difference.Removed, Assert.Single(NoteDifference.Between(versions[2].Lines, versions[3].Lines)).What);
    }

    [Fact]
    public async Task Two_who_change_one_version_never_overwrite_each_other()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedFor();
        var edit = rig.Part<EditNote>();

        Assert.Equal(NoteOutcome.Done, await edit.Add(note.By(), Heading.Plan, "One.", Cancel));
        Assert.Equal(NoteOutcome.Changed, await edit.Add(note.By("Priya Nair"), Heading.Plan, "Two.", Cancel));
        Assert.Equal(NoteOutcome.Changed, await rig.Part<DecideNote>().Approve(note.By("Priya Nair"), Cancel));

        Assert.DoesNotContain("Two.", await rig.Says(note));
    }

    [Fact]
    public async Task What_is_struck_is_not_in_an_approved_note_until_a_person_has_written_it_anew()
    {
        await using var rig = await Rig.At(Desk.Monday);
        rig.Summariser.Besides.AddRange([new Sentence(Heading.Plan, "Struck one.", ["m1"], Fault.InventedPlan), new Sentence(Heading.Plan, "Struck two.", ["m1"], Fault.InventedPlan)]);
        var note = await rig.DraftedForACase();
        var two = (await rig.Newest(note)).Lines.All.Single(line => line.Text == "Struck two.");
        await rig.Part<EditNote>().Write(note.By(), two.Key, new Wanted(Heading.Plan, "Struck two, as I know.", KeepCites: false), Cancel);
        Assert.Empty(await rig.Approved(note));

        Assert.Equal(NoteOutcome.Done, await rig.Part<DecideNote>().Approve((await rig.Again(note)).By(), Cancel));

        var approved = Assert.Single(await rig.Approved(note));
        Assert.Equal("Sam Okoye", approved.By);
        Assert.Equal(["Struck two, as I know."], approved.Sentences.Where(one => one.Heading == Heading.Plan).Select(one => one.Text));
        Assert.DoesNotContain(approved.Sentences, one => one.Fault is not null);
    }

    [Fact]
    public async Task Without_a_word_under_risks_it_is_not_approved()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedForACase();
        foreach (var line in (await rig.Newest(note)).Lines.All.Where(line => line.Heading == Heading.Risks))
        {
            await rig.Part<EditNote>().Remove((await rig.Again(note)).By(), line.Key, Cancel);
        }

        Assert.Equal(NoteOutcome.NoRisks, await rig.Part<DecideNote>().Approve((await rig.Again(note)).By(), Cancel));
        await rig.Part<EditNote>().Add((await rig.Again(note)).By(), Heading.Risks, "No known risks.", Cancel);
        Assert.Equal(NoteOutcome.Done, await rig.Part<DecideNote>().Approve((await rig.Again(note)).By(), Cancel));
    }

    [Fact]
    public async Task A_decided_note_stays_as_it_is_and_a_rejected_one_is_given_out_to_nobody()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedForACase();
        var decide = rig.Part<DecideNote>();
        Assert.Equal(NoteOutcome.BadWords, await decide.Reject(note.By(), " ", Cancel));
        Assert.Equal(NoteOutcome.Done, await decide.Reject(note.By(), "Not about them.", Cancel));

        Assert.Equal(NoteOutcome.NotOpen, await decide.Approve(note.By(), Cancel));
        Assert.Equal(NoteOutcome.NotOpen, await rig.Part<EditNote>().Add(note.By(), Heading.Plan, "Late.", Cancel));
        Assert.Empty(await rig.Approved(note));
    }

    [Fact]
    public async Task Another_service_has_no_such_note()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedFor();

        Assert.Equal(NoteOutcome.Unknown, await rig.Part<DecideNote>().Approve(note.By() with { ServiceId = "another" }, Cancel));
    }

    [Fact]
    public async Task The_next_draft_reads_what_was_approved_and_nothing_else()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedForACase();
        await rig.Part<EditNote>().Add(note.By(), Heading.Plan, "A visit to the garden group.", Cancel);
        await rig.Ask(note, "one");
        Assert.DoesNotContain(rig.Summariser.Read[^1].Sources, one => one.Words.Contains("garden group", StringComparison.Ordinal));

        await rig.Part<DecideNote>().Approve((await rig.Again(note)).By(), Cancel);
        await rig.Ask(note, "two");
        Assert.Contains(rig.Summariser.Read[^1].Sources, one => one.Speaker == Speaker.Record && one.Words.Contains("garden group", StringComparison.Ordinal));
    }
}
