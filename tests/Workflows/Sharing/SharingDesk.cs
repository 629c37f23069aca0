using Companion.Dialogs.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Sharing;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Tests.Sharing;

/// <summary>What goes out of a case, on a database of its own, with invented notes.</summary>
internal sealed class SharingDesk : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-sharing-").FullName;

    private SharingDesk(IStore? store)
    {
        Store = store ?? new SqliteStore($"Data Source={Path.Combine(folder, "sharing.db")};Pooling=False");
        var services = new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = TestService.Shire() });
        Read = new ReadCaseRecord(Store, services, Clock);
        Export = new ExportCase(Read, Store);
        Drafts = new DraftLetter(new Delicate(new Listener()));
        Approve = new ApproveLetter(Read, new Delicate(new Listener()), Store, Clock);
        Send = new SendLetter(Read, Store, Clock);
    }

    public StandingClock Clock { get; } = new(InventedCase.Now);

    public IStore Store { get; }

    public ReadCaseRecord Read { get; }

    public ExportCase Export { get; }

    public DraftLetter Drafts { get; }

    public ApproveLetter Approve { get; }

    public SendLetter Send { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SharingDesk> Open(IReadOnlyList<ApprovedNote>? notes = null, IStore? store = null)
    {
        var desk = new SharingDesk(store);
        await desk.Store.Migrate(Cancel);
        await PlantedNotes.Write(desk.Store, notes ?? InventedCase.Notes, Cancel);
        return desk;
    }

    public async Task<CaseRecord> Record(long id) => (await Read.Handle("shire", id, Cancel))!;

    public async Task<string> Written(long id, CaseFormat format) => (await Export.Handle("shire", id, format, "Sam Okoye", Cancel))!.Words;

    public async Task<List<T>> All<T>()
        where T : class
    {
        await using var db = Store.Read();
        return await db.Set<T>().ToListAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
