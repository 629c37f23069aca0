using Companion.Workflows.Notes;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;

namespace Companion.Workflows.Tests.Sharing;

/// <summary>Approved notes written as rows, and one of the same case that nobody has approved.</summary>
internal static class PlantedNotes
{
    /// <summary>What stands only in the note that nobody approved.</summary>
    public const string Unapproved = "Maya will sail the Atlantic.";

    public static Task<bool> Write(IStore store, IReadOnlyList<ApprovedNote> notes, CancellationToken cancel) => store.Write(
        session =>
        {
            foreach (var note in notes)
            {
                Write(session, note, note.Id, NoteStatus.Approved, note.Sentences);
                Write(session, note, note.Id + 500, NoteStatus.Edited, [new(Heading.Plan, Unapproved, ["m1"])]);
            }

            return ValueTask.FromResult(true);
        },
        cancel);

    private static void Write(Session session, ApprovedNote approved, long id, NoteStatus status, IReadOnlyList<Sentence> sentences)
    {
        session.Insert(new Note
        {
            Id = id,
            ServiceId = InventedCase.Service,
            AddressId = InventedCase.AddressId,
            CaseId = approved.CaseId,
            Status = status,
            NoteKey = $"planted-{id}",
            AskedAt = approved.At,
            DueAt = approved.At,
            Version = 1,
            DecidedAt = status == NoteStatus.Approved ? approved.At : null,
            DecidedBy = status == NoteStatus.Approved ? approved.By : null,
        });
        session.Insert(new NoteVersion
        {
            Id = session.NextId(),
            ServiceId = InventedCase.Service,
            NoteId = id,
            Number = 1,
            At = approved.At,
            Lines = new NoteLines(sentences.Select((one, key) => new NoteLine(key, one.Heading, one.Text, one.Cites, one.Fault, one.Because)).ToList()),
            Origin = approved.Origin,
        });
    }
}
