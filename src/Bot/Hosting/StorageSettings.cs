using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Microsoft.Data.Sqlite;

namespace Companion.Bot.Hosting;

/// <summary>Where everything is kept.</summary>
public sealed class StorageSettings
{
    private const string DatabaseFile = "companion.db";

    /// <summary>"Sqlite" or "PostgreSql".</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The connection string; empty with SQLite means companion.db in <see cref="Folder"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The folder for data; empty means data/ at the repository root under dotnet run, beside the binary when published.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The folder, made when it is not there.</summary>
    public string DataFolder()
    {
        var folder = WhereDataLies();
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
        : new SqliteStore(ConnectionString.Length > 0 ? ConnectionString : $"Data Source={Path.Combine(DataFolder(), DatabaseFile)}");

    /// <summary>The store for reading only; null when SQLite's file is not there, for then nothing is made.</summary>
    public IStore? OpenToRead() => Provider is "PostgreSql" ? new PostgresStore(ConnectionString)
        : File.Exists(Place()) ? new SqliteStore($"{SqliteConnection()};Mode=ReadOnly")
        : null;

    /// <summary>Where the database lies: SQLite's file, or that it is PostgreSQL.</summary>
    public string Place() => Provider is "PostgreSql" ? Provider : Path.GetFullPath(new SqliteConnectionStringBuilder(SqliteConnection()).DataSource);

    private string SqliteConnection() => ConnectionString.Length > 0 ? ConnectionString : $"Data Source={Path.Combine(WhereDataLies(), DatabaseFile)}";

    private string WhereDataLies() =>
        Folder.Length > 0 ? Path.GetFullPath(Folder) : Path.Combine(RepositoryRoot() ?? AppContext.BaseDirectory, "data");

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
