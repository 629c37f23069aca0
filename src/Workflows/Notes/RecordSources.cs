using System.Globalization;
using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>The facts of a case and a hand-off as sources, each a line that begins with what it is. Nothing of an unapproved note is among them.</summary>
internal static class RecordSources
{
    /// <summary>The facts, oldest first, as <c>r1</c>, <c>r2</c> and so on.</summary>
    public static async Task<IReadOnlyList<NoteSource>> Of(CompanionDb db, About about, Stretch stretch, CancellationToken cancel)
    {
        var facts = new List<Fact>();
        if (about.Case is { } referral)
        {
            facts.AddRange(Referred(referral));
            facts.AddRange(await Scores(db, referral.Id, cancel));
            facts.AddRange(await Appointments(db, referral.Id, cancel));
            facts.AddRange(await Plan(db, referral.Id, cancel));
            facts.AddRange(await NoteBefore(db, about.Note, cancel));
        }

        if (about.HandOff is { } handOff)
        {
            facts.AddRange(await Handed(db, handOff, cancel));
        }

        facts.AddRange(await Forgotten(db, about, cancel));
        if (stretch.LeftOut > 0)
        {
            facts.Add(new Fact(stretch.Heard[0].ReceivedAt, StaffWords.Of("source.left-out", ("count", Number(stretch.LeftOut)))));
        }

        return facts.OrderBy(fact => fact.At)
            .Select((fact, at) => new NoteSource($"r{at + 1}", KeptIn.Record, fact.FromNote, fact.At, Speaker.Record, fact.Words))
            .ToList();
    }

    private static IEnumerable<Fact> Referred(Case referral)
    {
        (string Key, string? Words)[] fields =
        [
            ("method", referral.Method),
            ("reason", referral.Reason),
            ("needs", Plain(referral.Needs)),
            ("tier", Plain(referral.Tier)),
            ("why-tier", OneLine(referral.Reasons)),
            ("matters", referral.WhatMatters),
            ("living", referral.LivingSituation),
            ("caring", referral.CaringSituation),
            ("conditions", referral.Conditions),
            ("hospital", referral.HospitalUse),
            ("communication", referral.CommunicationNeeds),
            ("reach", referral.ContactPreferences),
            ("risks", OneLine(referral.Risks)),
            ("consent-gp", YesOrNo(referral.ShareWithGp)),
            ("consent-linkage", YesOrNo(referral.EvaluationLinkage)),
        ];
        return fields.Where(field => !string.IsNullOrWhiteSpace(field.Words)).Select(field => new Fact(referral.ReferredAt, Line(field.Key, field.Words!)));
    }

    private static async Task<IEnumerable<Fact>> Scores(CompanionDb db, long caseId, CancellationToken cancel)
    {
        var scores = await (
            from checkIn in db.CheckIns
            where checkIn.CaseId == caseId
            join score in db.CheckInScores on checkIn.Id equals score.CheckInId
            where score.Score != null
            select new { checkIn.Instrument, checkIn.Week, score }).ToListAsync(cancel);
        return scores
            .GroupBy(one => (one.Instrument, one.Week, one.score.Item))
            .Select(item => item.OrderBy(one => one.score.RecordedAt).ThenBy(one => one.score.Id).Last())
            .OrderBy(one => one.score.Id)
            .Select(one => new Fact(one.score.RecordedAt, StaffWords.Of(
                "source.score", ("week", Number(one.Week)), ("item", ItemOf(one.Instrument, one.score.Item)), ("score", Number(one.score.Score!.Value)))));
    }

    private static async Task<IEnumerable<Fact>> Appointments(CompanionDb db, long caseId, CancellationToken cancel) =>
        (await db.Appointments.Where(one => one.CaseId == caseId).OrderBy(one => one.Id).ToListAsync(cancel)).Select(one => new Fact(one.CreatedAt, StaffWords.Of(
            "source.appointment",
            ("kind", StaffWords.Of("source.appointment." + one.Kind.ToString().ToLowerInvariant())),
            ("day", StaffWords.Day(one.StartsOn)),
            ("time", one.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("status", Plain(one.Status.ToString())))));

    private static async Task<IEnumerable<Fact>> Plan(CompanionDb db, long caseId, CancellationToken cancel)
    {
        var goals = await db.PersonalGoals.Where(one => one.CaseId == caseId && one.Status != PlanStatus.Dropped).OrderBy(one => one.Id).ToListAsync(cancel);
        var actions = await db.CareActions.Where(one => one.CaseId == caseId && one.Status != PlanStatus.Dropped).OrderBy(one => one.Id).ToListAsync(cancel);
        return goals
            .Select(one => new Fact(one.WrittenAt, one.Importance is { } importance
                ? StaffWords.Of("source.goal.important", ("words", one.Words), ("importance", Number(importance)))
                : Line(one.Kind == GoalKind.Goal ? "goal" : "matters", one.Words)))
            .Concat(actions.Select(one => new Fact(one.WrittenAt, StaffWords.Of(
                one.DueOn is null ? "source.action" : "source.action.by", ("what", one.What), ("who", one.Who), ("day", one.DueOn is { } day ? StaffWords.Day(day) : ""), ("status", Plain(one.Status.ToString()))), one.NoteId ?? 0)));
    }

    private static async Task<IEnumerable<Fact>> NoteBefore(CompanionDb db, Note note, CancellationToken cancel)
    {
        var before = await ApprovedNotes.Of(db.Notes.Where(one => one.CaseId == note.CaseId && one.Id != note.Id), db, cancel);
        return before.OrderBy(one => one.At).TakeLast(1).SelectMany(one => one.Sentences.Select(sentence => new Fact(one.At, StaffWords.Of(
            "source.note", ("day", StaffWords.Day(one.At.Local().Date)), ("by", one.By), ("words", sentence.Text)), one.Id)));
    }

    private static async Task<IEnumerable<Fact>> Handed(CompanionDb db, HandOff handOff, CancellationToken cancel)
    {
        var notes = await db.HandOffNotes.Where(one => one.HandOffId == handOff.Id).OrderBy(one => one.Id).ToListAsync(cancel);
        return notes.Select(one => new Fact(one.At, StaffWords.Of("source.noted", ("who", one.By), ("words", one.Words))))
            .Prepend(new Fact(handOff.OpenedAt, Line("hand-off", handOff.Reason == HandOffReason.RedFlag && handOff.DangerKind is { } kind
                ? StaffWords.Of("source.hand-off.danger", ("kind", Plain(kind)))
                : StaffWords.Of("source.hand-off." + handOff.Reason.ToString().ToLowerInvariant()))))
            .Concat(handOff.Outcome is { } outcome ? [new Fact(handOff.ClearedAt!.Value, Line("outcome", outcome))] : []);
    }

    // The words are gone, and that there was danger is not.
    private static async Task<IEnumerable<Fact>> Forgotten(CompanionDb db, About about, CancellationToken cancel) => (await (
            from message in db.Inbound
            where about.Addresses.Contains(message.AddressId) && message.ForgottenAt != null
            join hit in db.SafetyHits on message.Id equals hit.MessageId
            where hit.Level == nameof(Dialogs.Safety.Level.Red) || hit.Level == nameof(Dialogs.Safety.Level.Amber)
            orderby hit.Id
            select hit).ToListAsync(cancel))
        .DistinctBy(hit => (hit.MessageId, hit.Kind))
        .Select(hit => new Fact(hit.At, StaffWords.Of("source.forgotten-danger", ("kind", Plain(hit.Kind)), ("day", StaffWords.Day(hit.At.Local().Date)))));

    private static string ItemOf(string instrument, string item) =>
        WorkflowParts.Texts.Has("en", $"source.item.{instrument}.{item}") ? StaffWords.Of($"source.item.{instrument}.{item}") : Plain(item);

    private static string Line(string key, string words) => StaffWords.Of("source." + key, ("words", words));

    private static string? YesOrNo(bool? answer) => answer switch { true => StaffWords.Of("source.yes"), false => StaffWords.Of("source.no"), null => null };

    private static string OneLine(string lines) => lines.Replace("\n", "; ", StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // "EnhancedSupport" and "domestic_abuse,money" as people read them.
    private static string Plain(string name) => string.Concat(name.Select((letter, at) => letter switch
    {
        '_' => " ",
        ',' => ", ",
        _ when at > 0 && char.IsUpper(letter) && char.IsLower(name[at - 1]) => " " + char.ToLowerInvariant(letter),
        _ => char.ToLowerInvariant(letter).ToString(),
    }));

    private readonly record struct Fact(Instant At, string Words, long FromNote = 0);
}
