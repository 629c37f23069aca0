using Companion.Bot.Simulation;
using Companion.Bot.Simulation.Laws;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Sending;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Simulation.Tests;

/// <summary>A check that could not fail would prove nothing: each law is broken once by hand, and its check has to see it.</summary>
public sealed class BrokenLawTests(LawfulRun run) : IClassFixture<LawfulRun>
{
    [Fact]
    public void The_run_that_is_tampered_with_keeps_every_law() =>
        Assert.All(SimulationReport.Checked(run.Evidence()).Values, law => Assert.Empty(law.Broken));

    [Fact]
    public void A_text_stored_twice_breaks_law_1()
    {
        var evidence = run.Evidence();
        evidence.Inbound.Add(evidence.Inbound[0]);

        Assert.Contains("2 inbound rows", Only(OnceLaw.Check(evidence)).What);
    }

    [Fact]
    public void A_submitted_referral_without_a_case_breaks_law_1()
    {
        var evidence = run.Evidence();
        evidence.Cases.RemoveAt(0);

        Assert.Contains("submitted conversation has 0 cases", Only(OnceLaw.Check(evidence)).What);
    }

    [Fact]
    public void A_reply_that_was_accepted_twice_breaks_law_2()
    {
        var evidence = run.Evidence();
        evidence.Diary.Handed.Add(evidence.Diary.Handed.Find(one => one.Class == SendClass.Reply)!);

        Assert.Contains("accepted it 2 times", Only(NotTwiceLaw.Check(evidence)).What);
    }

    [Fact]
    public void A_safety_text_sent_again_before_thirty_seconds_breaks_law_2_and_after_them_does_not()
    {
        var evidence = run.Evidence();
        var safety = evidence.Diary.Handed.Find(one => one.Class == SendClass.Safety)!;
        evidence.Diary.Handed.Add(safety with { At = safety.At + Duration.FromSeconds(30) });
        Assert.Empty(NotTwiceLaw.Check(evidence).Broken);

        evidence = run.Evidence();
        evidence.Diary.Handed.Add(safety with { At = safety.At + Duration.FromSeconds(29) });
        Assert.Single(NotTwiceLaw.Check(evidence).Broken);
    }

    [Fact]
    public void A_nudge_at_three_in_the_morning_breaks_law_3()
    {
        var evidence = run.Evidence();
        var reply = evidence.Diary.Handed.FindLast(one => one.Class == SendClass.Reply)!;
        evidence.Diary.Handed.Add(reply with { Class = SendClass.Nudge, At = Instant.FromUtc(2026, 10, 26, 3, 0) });

        Assert.Contains(AllowedLaw.Check(evidence).Broken, breach => breach.What.Contains("quiet hour", StringComparison.Ordinal));
    }

    [Fact]
    public void A_routine_question_while_a_red_flag_is_open_breaks_law_3()
    {
        var evidence = run.Evidence();
        var flag = evidence.RedFlags[0];
        var reply = evidence.Diary.Handed.Find(one => one.Class == SendClass.Reply)!;
        evidence.Diary.Handed.Add(reply with { AddressId = flag.AddressId, At = flag.OpenedAt + Duration.FromMinutes(1) });

        Assert.Contains(AllowedLaw.Check(evidence).Broken, breach => breach.What.Contains("red flag is open", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_after_STOP_breaks_law_3()
    {
        var evidence = run.Evidence();
        var stop = evidence.Ledger.Find(entry => entry.Change == Workflows.Consent.ConsentChange.Stopped)!;
        var reply = evidence.Diary.Handed.Find(one => one.AddressId == stop.AddressId && one.Class == SendClass.Reply)!;
        evidence.Diary.Handed.Add(reply with { At = stop.At + Duration.FromSeconds(1) });

        Assert.Contains(AllowedLaw.Check(evidence).Broken, breach => breach.What.Contains("it was stopped", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_on_call_being_told_breaks_law_4()
    {
        var evidence = run.Evidence();
        var flag = evidence.RedFlags[0];
        evidence.Diary.Handed.RemoveAll(one => one.HandOffId == flag.Id && one.To == SimulatedService.OnCall[0]);

        Assert.Contains(RedFlagLaw.Check(evidence).Broken, breach => breach.What == $"{SimulatedService.OnCall[0]} was not told in time.");
    }

    [Fact]
    public void Danger_without_an_answer_breaks_law_4()
    {
        var evidence = run.Evidence();
        evidence.Outbound.RemoveAll(row => row.Class == SendClass.Safety);

        Assert.Contains(RedFlagLaw.Check(evidence).Broken, breach => breach.What.StartsWith("Danger has no answer", StringComparison.Ordinal));
    }

    [Fact]
    public void Danger_that_opens_no_hand_off_breaks_law_4()
    {
        var evidence = run.Evidence();
        evidence.Events.RemoveAll(one => one.Kind is "Opened" or "Alarmed");

        Assert.Contains(RedFlagLaw.Check(evidence).Broken, breach => breach.What.StartsWith("Danger neither opened", StringComparison.Ordinal));
    }

    [Fact]
    public void A_flag_that_cleared_itself_breaks_law_4()
    {
        var evidence = run.Evidence();
        evidence.Diary.Clearings.Clear();

        Assert.Contains(RedFlagLaw.Check(evidence).Broken, breach => breach.What == "A red flag was cleared, but by nobody.");
    }

    [Fact]
    public void A_wave_that_was_forgotten_breaks_law_5()
    {
        var evidence = run.Evidence();
        evidence.CheckIns.RemoveAt(0);

        Assert.Contains(OfferedLaw.Check(evidence).Broken, breach => breach.What == "a case has not its three waves");
    }

    [Fact]
    public void A_wave_that_was_asked_twice_or_never_breaks_law_5()
    {
        var (twice, never) = (run.Evidence(), run.Evidence());
        twice.Conversations.Add(twice.Conversations.Find(talk => talk.Dialog == "check-in")!);
        never.Conversations.RemoveAll(talk => talk.Dialog == "check-in");

        Assert.Contains(OfferedLaw.Check(twice).Broken, breach => breach.What == "a wave was offered 2 times");
        Assert.Contains(OfferedLaw.Check(never).Broken, breach => breach.What == "a wave was offered 0 times");
    }

    [Fact]
    public void A_check_in_on_a_Sunday_breaks_law_5()
    {
        var evidence = run.Evidence();
        evidence.Diary.Handed.Add(evidence.Diary.Handed.Find(one => one.Class == SendClass.CheckIn)! with { At = Instant.FromUtc(2026, 10, 25, 12, 0) });

        Assert.Contains(OfferedLaw.Check(evidence).Broken, breach => breach.What == "a question of a check-in at no humane hour");
    }

    [Fact]
    public void A_hand_off_that_nobody_will_be_told_of_breaks_law_6()
    {
        var evidence = run.Evidence();
        evidence.HandOffs.Add(new HandOff { Id = 1, ServiceId = "shire", Reference = "ABCDEF", AddressId = evidence.Addresses[0].Id });

        Assert.Contains(OneOwnerLaw.Check(evidence).Broken, breach => breach.What.Contains("nobody will ever be told", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_owner_breaks_law_6()
    {
        var evidence = run.Evidence();
        var taken = evidence.Events.Find(one => one.Kind == "PickedUp")!;
        evidence.Events.Insert(evidence.Events.IndexOf(taken) + 1, taken);

        Assert.Contains(OneOwnerLaw.Check(evidence).Broken, breach => breach.What.Contains("took what", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workers_words_to_somebody_else_break_law_10()
    {
        var evidence = run.Evidence();
        var reply = evidence.Outbound.FindIndex(row => row.Class == SendClass.LinkWorker);
        var said = evidence.Outbound[reply];
        evidence.Outbound.Add(new OutboundMessage { ServiceId = said.ServiceId, To = said.To, SendKey = "other", TextKey = said.TextKey, Words = said.Words });

        Assert.Contains("2 rows", Assert.Single(MeantLaw.Check(evidence).Broken).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_nobody_approved_breaks_law_7()
    {
        var evidence = run.Evidence();
        evidence.Diary.Approvals.Clear();

        Assert.Contains(ApprovedLaw.Check(evidence).Broken, breach => breach.What == "a note is in the record that nobody approved");
    }

    [Fact]
    public void A_draft_that_is_given_out_breaks_law_7()
    {
        var evidence = run.Evidence();
        var draft = evidence.Notes.Find(note => note.Status == NoteStatus.Drafted)!;
        evidence.Approved.Add(evidence.Approved[0] with { Id = draft.Id });

        Assert.Contains(ApprovedLaw.Check(evidence).Broken, breach => breach.What == "a note is in the record that nobody approved");
    }

    [Fact]
    public void A_struck_sentence_in_the_record_breaks_law_7()
    {
        var evidence = run.Evidence();
        var given = evidence.Approved[0];
        var struck = evidence.Versions.Find(version => version.NoteId == given.Id)!.Lines.All.First(line => !line.Stands);
        evidence.Approved[0] = given with { Sentences = [.. given.Sentences, new Sentence(struck.Heading, struck.Text, struck.Cites)] };

        Assert.Equal("a struck sentence, or one that no version has, is in the record", Only(ApprovedLaw.Check(evidence)).What);
    }

    [Fact]
    public void A_sentence_that_cites_a_message_which_is_not_there_breaks_law_7()
    {
        var evidence = run.Evidence();
        var note = evidence.Notes.Find(one => one.Id == evidence.Approved[0].Id)!;
        var cited = evidence.Approved[0].Sentences.SelectMany(sentence => sentence.Cites).Select(id => note.Sources.All.First(one => one.Id == id)).First(one => one.Kept == KeptIn.Inbound);
        evidence.Inbound.RemoveAll(row => row.Id == cited.Row);

        Assert.Contains(ApprovedLaw.Check(evidence).Broken, breach => breach.What == "a sentence cites what is not there");
    }

    [Fact]
    public void A_sentence_that_cites_nothing_and_is_nobodys_breaks_law_7()
    {
        var evidence = run.Evidence();
        var given = evidence.Approved[0];
        var own = given.Sentences.First(sentence => sentence.Cites.Count > 0);
        evidence.Approved[0] = given with { Sentences = [.. given.Sentences.Where(sentence => sentence != own), own with { Cites = [] }] };

        Assert.Contains(ApprovedLaw.Check(evidence).Broken, breach => breach.What == "a sentence cites nothing and nobody stands for it");
    }

    private static Breach Only(Law law) => Assert.Single(law.Broken);
}
