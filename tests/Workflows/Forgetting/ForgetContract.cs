using Companion.Tests.Support;
using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sharing;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Summaries;
using Companion.Workflows.Tests.HandOffs;
using Companion.Workflows.Tests.Notes;

namespace Companion.Workflows.Tests.Forgetting;

/// <summary>On both databases: what a person asked us to forget is nowhere afterwards, and that something was there still is.</summary>
public abstract class ForgetContract
{
    private const string Secret = "I am lonely and can't stop buying xylophones since Quentin left";

    // Who the person is stays, and what is not about them, or is no place for words at all.
    private static readonly string[] MayKeep =
    [
        "Addresses.Value", "Addresses.Holder", "Addresses.Language", "Addresses.Stopped", "People.GivenName", "People.FamilyName", "People.NhsNumber",
        "Cases.GivenName", "Cases.FamilyName", "Cases.PreferredName", "Cases.NhsNumber", "Cases.Postcode", "Cases.Phone", "Cases.GpName", "Cases.GpOdsCode",
        "Cases.ReferrerName", "Cases.ReferrerOrganisation", "Letters.AddressedTo",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract IStore? Open();

    [Fact]
    public async Task Nothing_of_the_words_is_in_any_column_or_file_afterwards()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        var note = await Lived(rig);
        var before = await Everything.In(rig.Store);
        Assert.True(before.Count(one => one.Contains("xylophones", StringComparison.OrdinalIgnoreCase)) > 10);

        Assert.Equal(ForgetOutcome.Forgotten, await Forget(rig));

        Assert.DoesNotContain(await Everything.In(rig.Store), one => one.Contains("xylophones", StringComparison.OrdinalIgnoreCase) || one.Contains("Quentin", StringComparison.OrdinalIgnoreCase));
        var bytes = await Everything.Bytes(rig.Store);
        Assert.DoesNotContain("xylophones", bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("uentin", bytes, StringComparison.OrdinalIgnoreCase);

        var audit = Assert.Single(await rig.All<ForgottenMessage>());
        Assert.Equal(("Sam Okoye", true), (audit.By, audit.Places > 8));
        Assert.Equal("Sam", (await rig.All<Case>()).Single().GivenName); // nobody else's record
        Assert.Contains(await rig.Says(note), one => one == "[]"); // the sentence is still counted, and says nothing
        Assert.DoesNotContain((await rig.Approved(note)).SelectMany(one => one.Sentences), one => one.Text.Length == 0);
    }

    [Fact]
    public async Task A_sentence_in_other_words_that_rests_on_it_goes_too_and_what_was_taken_on_from_it()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        await rig.Text(Secret);
        rig.Summariser.Besides.Add(new Sentence(Heading.Plan, "Help with compulsive shopping.", ["m1"]));
        var note = await rig.DraftedForACase();
        await rig.Part<DecideNote>().Approve(note.By(), Cancel);
        var plan = (await rig.Newest(note)).Lines.All.Single(line => line.Heading == Heading.Plan);
        Assert.True(await rig.Part<TakeProposal>().Handle(note.ServiceId, new Ticked(note.Id, plan.Key, ProposalKind.Remind, null, "Sam Okoye"), Cancel));
        rig.Summariser.Besides.Clear();
        await rig.Ask(note, "later");

        var source = (await rig.Again(note)).Sources.All.Single(one => one.Id == "m1");
        Assert.Equal(ForgetOutcome.Forgotten, await rig.Part<ForgetMessage>().Handle(note.ServiceId, source.Row, "Sam Okoye", Cancel));

        Assert.DoesNotContain(await Everything.In(rig.Store), one => one.Contains("compulsive", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_can_no_longer_be_cited_and_danger_heard_in_it_is_still_known()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        await rig.Text("I want to kill myself because of Quentin");
        var flag = Assert.Single(await rig.All<HandOff>());
        var hold = await rig.PickedUpBy(flag, await rig.Employ("Sam Okoye"));
        await rig.Draft();
        await rig.Part<ForgetMessage>().Handle(rig.Service.Key, (await rig.All<InboundMessage>()).Single().Id, "Sam Okoye", Cancel);
        await rig.Part<ClearHandOff>().Handle(flag.Id, new Clearing("Sam Okoye", "Safe now.") { Hold = hold, Alarms = 1 }, Cancel);
        await rig.Draft();

        var episode = rig.Summariser.Read[^1];
        Assert.Empty(episode.Raised);
        Assert.DoesNotContain(episode.Sources, one => one.Words.Contains("Quentin", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(episode.Sources, one => one.Words.StartsWith("Danger was heard (suicide)", StringComparison.Ordinal));
        Assert.All(await rig.All<SafetyHit>(), hit => Assert.Equal(("", "Suicide"), (hit.Words, hit.Kind)));
    }

    [Fact]
    public async Task An_approved_note_still_says_that_there_was_danger_and_a_later_one_that_none_is_known()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        var note = await rig.DraftedForACase();
        Assert.Contains("No known risks.", await rig.Says(note));
        await rig.Text("I want to kill myself because of Quentin");
        var danger = (await rig.All<InboundMessage>()).Single(one => one.Words.Contains("Quentin", StringComparison.Ordinal));
        note = await rig.Ask(note, "danger");
        await rig.Part<DecideNote>().Approve(note.By(), Cancel);
        var later = await rig.Ask(note, "later");
        Assert.Equal(ForgetOutcome.Forgotten, await rig.Part<ForgetMessage>().Handle(note.ServiceId, danger.Id, "Sam Okoye", Cancel));

        var given = Assert.Single(await rig.Approved(note));
        Assert.StartsWith("Danger was heard (suicide) on 23 November 2026", Assert.Single(given.Sentences, one => one.Heading == Heading.Risks).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Everything.In(rig.Store), one => one.Contains("kill myself", StringComparison.OrdinalIgnoreCase) || one.Contains("Quentin", StringComparison.Ordinal));
        Assert.NotEmpty(await rig.Says(later));
        Assert.Contains((await rig.All<NoteVersion>()).SelectMany(one => one.Lines.All), line => line.Text == "No known risks.");
    }

    [Fact]
    public async Task A_draft_that_is_being_written_meanwhile_is_written_anew()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        await rig.Text(Secret);
        var handOff = await rig.AskedForAPerson();
        await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));
        rig.Summariser.Meanwhile = async _ =>
        {
            rig.Summariser.Meanwhile = _ => Task.CompletedTask;
            await Forget(rig);
        };
        await rig.Draft();

        Assert.Equal(2, rig.Summariser.Read.Count);
        Assert.DoesNotContain(await Everything.In(rig.Store), one => one.Contains("xylophones", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(NoteStatus.Drafted, (await rig.TheNote()).Status);
    }

    [Fact]
    public async Task Twice_it_is_forgotten_once_and_another_service_cannot()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        await rig.Text(Secret);
        var message = (await rig.All<InboundMessage>()).Single();

        Assert.Equal(ForgetOutcome.Unknown, await rig.Part<ForgetMessage>().Handle("another", message.Id, "Sam Okoye", Cancel));
        Assert.Equal(ForgetOutcome.Forgotten, await Forget(rig));
        Assert.Equal(ForgetOutcome.Already, await rig.Part<ForgetMessage>().Handle(rig.Service.Key, message.Id, "Sam Okoye", Cancel));
        Assert.Single(await rig.All<ForgottenMessage>());
    }

    [Fact]
    public async Task Of_every_column_of_words_only_those_that_say_who_they_are_may_keep_them()
    {
        await using var rig = await Rig.At(Desk.Monday, store: Open());
        await Lived(rig);
        await using var db = rig.Store.Read();
        var planted = new HashSet<string>();
        foreach (var (table, column) in Everything.Plain(db).Where(one => !Names(one.Column) && !NotAboutThem(one.Table)))
        {
            await Everything.Run(rig.Store, $"UPDATE \"{table}\" SET \"{column}\" = @p0 WHERE \"Id\" = (SELECT MAX(\"Id\") FROM \"{table}\")", Secret);
            planted.Add($"{table}.{column}");
        }

        Assert.Equal(ForgetOutcome.Forgotten, await Forget(rig));

        var left = (await Everything.In(rig.Store)).Where(one => one.Contains("xylophones", StringComparison.Ordinal)).Select(one => one.Split(':')[0]).Distinct();
        Assert.Empty(left.Except(MayKeep));
        Assert.True(planted.Count > 40, $"{planted.Count}");
    }

    // What names a value, a key, a member of staff or a version is no place for a person's words.
    private static bool Names(string column) => column.EndsWith("Key", StringComparison.Ordinal) || column.EndsWith("By", StringComparison.Ordinal) || column.EndsWith("Id", StringComparison.Ordinal)
        || column is "Dialog" or "State" or "Kind" or "Level" or "Rule" or "Heard" or "Resolved" or "Owner" or "Told" or "WorkersTold" or "DangerKind" or "Reference" or "Holder" or "To" or "CloseReason"
            or "Tier" or "Cohort" or "Status" or "Method" or "Needs" or "Who" or "Mode" or "Item" or "Instrument" or "Missing" or "CallbackNumber" or "With" or "Place" or "AskedFor" or "TextKey" or "Trouble";

    private static bool NotAboutThem(string table) => table is "Workers" or "Leaves" or "OnCallPeople" or "StaffRooms" or "StaffActivities" or "ApiCalls" or "Groups" or "GroupSessions" or "SendStops" or "BegunOnDays" or "Alerts";

    private static async Task<ForgetOutcome> Forget(Rig rig) => await rig.Part<ForgetMessage>().Handle(
        rig.Service.Key, (await rig.All<InboundMessage>()).First(one => one.Words == Secret).Id, "Sam Okoye", Cancel);

    // She referred herself with it, and everybody took it on: the record, two drafts, an approved note, a plan, notes, a reply and an outcome.
    private static async Task<Note> Lived(Rig rig)
    {
        await CheckIns.Enrolled.Texts(rig, [.. Drafted.Referred.Select(said => said.StartsWith("I am lonely", StringComparison.Ordinal) ? Secret : said)]);
        await CheckIns.Enrolled.Texts(rig, "i CANT stop buying xylophones, since you ask", Secret);
        var sam = await rig.Employ("Sam Okoye");
        var referral = (await rig.All<Case>()).Single();
        Assert.Equal(Secret, referral.Reason);
        var hold = (await rig.Part<BeginTalking>().Handle(rig.Service.Key, referral.AddressId, sam.Id, Cancel)).Hold!.Value;
        await rig.Draft();
        var note = (await rig.All<Note>()).OrderBy(one => one.Id).Last();
        await rig.Part<EditNote>().Add(note.By(), Heading.Plan, "Ask why they can't stop buying xylophones since Quentin left.", Cancel);
        note = await rig.Again(note);
        Assert.Equal(NoteOutcome.Done, await rig.Part<DecideNote>().Approve(note.By(), Cancel));
        var plan = (await rig.Newest(note)).Lines.All.Single(line => line.Heading == Heading.Plan);
        await rig.Part<TakeProposal>().Handle(note.ServiceId, new Ticked(note.Id, plan.Key, ProposalKind.Remind, null, "Sam Okoye"), Cancel);
        await rig.Part<WritePlan>().Add(note.ServiceId, referral.Id, new GoalEntry(GoalKind.Goal, "Stop buying xylophones since Quentin left", 8), "Sam Okoye", Cancel);
        await rig.Part<WriteNote>().Handle(hold.HandOffId, "Sam Okoye", $"Said \"{Secret}\".", Cancel);
        await rig.Reply(hold, $"You wrote: {Secret}. Shall we talk?", evenAtNight: true);
        await rig.Rest();
        await rig.Store.Write(session => ValueTask.FromResult(Sent(session, referral)), Cancel);
        await rig.Part<ClearHandOff>().Handle(hold.HandOffId, new Clearing("Sam Okoye", $"Spoke of it: {Secret.ToUpperInvariant()}") { Hold = hold }, Cancel);
        await rig.Draft();
        return note;
    }

    private static Letter Sent(Session session, Case referral)
    {
        var letter = new Letter
        {
            Id = session.NextId(),
            ServiceId = referral.ServiceId,
            CaseId = referral.Id,
            Recipient = Recipient.Gp,
            AddressedTo = "Oak Lane Surgery",
            Words = $"Dear colleague,\nThey wrote: \"{Secret}\".\nPlan: Ask why they can't stop buying xylophones since Quentin left.",
            Agreed = $"They said: {Secret}",
            ApprovedBy = "Sam Okoye",
        };
        session.Insert(letter);
        return letter;
    }
}

public sealed class SqliteForgetTests : ForgetContract
{
    protected override IStore? Open() => null;
}

public sealed class PostgresForgetTests : ForgetContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
