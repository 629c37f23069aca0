using System.Reflection;
using System.Text.RegularExpressions;
using Companion.Bot.Hosting;
using Companion.Dialogs.Talking;
using Companion.Workflows;

namespace Companion.Conventions.Tests;

/// <summary>The four assemblies of the house and the files they are made of.</summary>
internal static partial class House
{
    public static Assembly Stateless { get; } = Assembly.Load("Stateless");

    public static Assembly Dialogs { get; } = typeof(Effect).Assembly;

    public static Assembly Workflows { get; } = typeof(WorkflowParts).Assembly;

    public static Assembly Bot { get; } = typeof(Serve).Assembly;

    public static IReadOnlyList<Assembly> Rooms { get; } = [Stateless, Dialogs, Workflows, Bot];

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Files under src that people write.</summary>
    public static IEnumerable<string> Sources(params string[] endings) => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
        .Where(file => !Made().IsMatch(file) && endings.Contains(Path.GetExtension(file)));

    /// <summary>The file as it is called in the repository.</summary>
    public static string Name(string file) => Path.GetRelativePath(Root, file);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Companion.sln")) ? folder : Above(Directory.GetParent(folder)!.FullName);

    [GeneratedRegex(@"[/\\](bin|obj|node_modules)[/\\]")]
    private static partial Regex Made();
}
