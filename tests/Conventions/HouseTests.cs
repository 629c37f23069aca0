using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Companion.Conventions.Tests;

/// <summary>The rules of the house that no compiler knows.</summary>
public sealed partial class HouseTests
{
    private const int LongestFile = 250;

    // "ServiceId on every row", but for these.
    private static readonly Dictionary<Type, string> NoService = new()
    {
        [typeof(IdBlock)] = "one row for the whole database: how far identifiers have been given out",
    };

    [Fact]
    public void References_go_one_way()
    {
        Assert.Empty(Ours(House.Stateless));
        Assert.Equal(["Stateless"], Ours(House.Dialogs));
        Assert.All(Ours(House.Workflows), other => Assert.Contains(other, (string[])["Stateless", "Companion.Dialogs"]));
        Assert.All(Ours(House.Bot), other => Assert.Contains(other, (string[])["Stateless", "Companion.Dialogs", "Companion.Workflows"]));
    }

    // Files, the clock and the like are in System.Runtime: src/Dialogs/BannedSymbols.txt keeps those out.
    [Fact]
    public void Dialogs_refer_to_nothing_that_reaches_outside() => Assert.All(
        House.Dialogs.GetReferencedAssemblies(), other => Assert.Matches(Pure(), other.Name));

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        foreach (var room in House.Rooms)
        {
            var file = Path.Combine(AppContext.BaseDirectory, room.GetName().Name + ".xml");
            var said = XDocument.Load(file).Descendants("member").Select(member => member.Attribute("name")!.Value).ToHashSet();
            Assert.All(room.ExportedTypes.Where(IsWritten), type => Assert.Contains("T:" + type.FullName!.Replace('+', '.'), said));
        }
    }

    [Fact]
    public void No_file_is_longer_than_one_can_hold_in_the_head() => Assert.All(
        House.Sources(".cs", ".cshtml", ".js", ".mjs", ".css"),
        file => Assert.True(File.ReadLines(file).Count() <= LongestFile, House.Name(file)));

    [Fact]
    public void No_name_says_that_something_merely_helps() => Assert.All(
        House.Rooms.SelectMany(room => room.GetTypes()).Where(IsWritten), type => Assert.DoesNotMatch(Vague(), type.Name));

    [Fact]
    public void Every_row_belongs_to_a_service()
    {
        var rows = typeof(CompanionDb).GetProperties()
            .Where(table => table.PropertyType.IsGenericType && table.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(table => table.PropertyType.GenericTypeArguments[0])
            .ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(NoService.Keys, rows.Where(row => row.GetProperty("ServiceId")?.PropertyType != typeof(string)));
    }

    [Fact]
    public void No_log_line_takes_words_names_or_numbers()
    {
        var lines = House.Rooms.SelectMany(room => room.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null)
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines.SelectMany(line => line.GetParameters()), taken => Assert.DoesNotMatch(OfPeople(), taken.Name));
    }

    // One that is written by hand would pass by the rule above.
    [Fact]
    public void Every_log_line_is_declared() => Assert.All(
        House.Sources(".cs"), file => Assert.False(LogCall().IsMatch(File.ReadAllText(file)), House.Name(file)));

    private static SortedSet<string> Ours(Assembly room) => new(
        room.GetReferencedAssemblies().Select(other => other.Name!).Where(name => name is "Stateless" || name.StartsWith("Companion.", StringComparison.Ordinal)),
        StringComparer.Ordinal);

    // Not what compilers and generators add.
    private static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace is { } space && (space.StartsWith("Companion.", StringComparison.Ordinal) || space.StartsWith("Stateless", StringComparison.Ordinal));

    [GeneratedRegex(@"^(Stateless|NodaTime|System\.(Runtime|Collections|Linq|Memory|ObjectModel|Threading|Text\.(Json|RegularExpressions|Encoding\.Extensions)|Collections\.\w+|Numerics\.\w+|Runtime\.(Extensions|Numerics|InteropServices|Intrinsics)|ComponentModel\S*))$")]
    private static partial Regex Pure();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility|Utilities|Impl|Processor)$")]
    private static partial Regex Vague();

    [GeneratedRegex("word|name|number|from|^to$|body|text|phone|address|birth|postcode|person", RegexOptions.IgnoreCase)]
    private static partial Regex OfPeople();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(|\.Log\(LogLevel|Console\.Write")]
    private static partial Regex LogCall();
}
