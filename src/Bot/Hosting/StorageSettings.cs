using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;

namespace Companion.Bot.Hosting;

/// <summary>Where everything is kept.</summary>
public sealed class StorageSettings
{
    /// <summary>"Sqlite" or "PostgreSql".</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The connection string; empty with SQLite means companion.db in <see cref="Folder"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The folder for data; empty means data/ at the repository root under dotnet run, beside the binary when published.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The folder, made when it is not there.</summary>
    public string DataFolder()
    {
        var folder = Folder.Length > 0 ? Path.GetFullPath(Folder) : Path.Combine(RepositoryRoot() ?? AppContext.BaseDirectory, "data");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>What is wrong with these settings.</summary>
    public IEnumerable<string> Wrong()
    {
        if (Provider is not ("Sqlite" or "PostgreSql"))
        {
            yield return $"Storage:Provider: '{Provider}' is neither Sqlite nor PostgreSql.";
        }

        if (Provider is "PostgreSql" && ConnectionString.Length == 0)
        {
            yield return "Storage:ConnectionString: PostgreSql needs one, for example Host=localhost;Database=companion;Username=companion.";
        }
    }

    /// <summary>The store.</summary>
    public IStore Open() => Provider is "PostgreSql"
        ? new PostgresStore(ConnectionString)
        : new SqliteStore(ConnectionString.Length > 0 ? ConnectionString : $"Data Source={Path.Combine(DataFolder(), "companion.db")}");

    // Under dotnet run the binary lies below the checkout; published, it does not.
    private static string? RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Companion.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
