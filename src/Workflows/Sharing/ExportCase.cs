using Companion.Workflows.Sharing.Fhir;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Sharing;

/// <summary>In which form a record is written out.</summary>
public enum CaseFormat
{
    /// <summary>Plain text in the order of the PRSB sections.</summary>
    Text,

    /// <summary>JSON in the shape of the PRSB sections.</summary>
    Prsb,

    /// <summary>A FHIR R4 bundle.</summary>
    Fhir,
}

/// <summary>A case as it was written out.</summary>
/// <param name="Reference">Which case: it names a file without saying anything of the person.</param>
/// <param name="Words">What was written.</param>
public sealed record WrittenCase(string Reference, string Words);

/// <summary>Writes a case out. That it was done, by whom and in which form is kept before anybody has it.</summary>
public sealed class ExportCase(ReadCaseRecord read, IStore store)
{
    /// <summary>The case of an id; null when the service has none.</summary>
    public async Task<WrittenCase?> Handle(string serviceId, long caseId, CaseFormat format, string by, CancellationToken cancel) =>
        await Write(await read.Handle(serviceId, caseId, cancel), format, by);

    /// <summary>The case of a reference; null when the service has none.</summary>
    public async Task<WrittenCase?> Find(string serviceId, string reference, CaseFormat format, string by, CancellationToken cancel) =>
        await Write(await read.Find(serviceId, reference, cancel), format, by);

    private async Task<WrittenCase?> Write(CaseRecord? record, CaseFormat format, string by)
    {
        if (record is null)
        {
            return null;
        }

        var written = format switch
        {
            CaseFormat.Text => CaseText.Of(record),
            CaseFormat.Prsb => PrsbCase.Of(record),
            _ => FhirCase.Of(record),
        };
        await store.Write(
            session =>
            {
                session.Insert(SharingEvent.Of(session, record.Case.ServiceId, record.Case.Id, record.ReadAt, by, SharingKind.Exported, $"{format}"));
                return ValueTask.FromResult(true);
            },
            CancellationToken.None);
        return new WrittenCase(record.Case.Reference, written);
    }
}
