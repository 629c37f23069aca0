using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>
/// Conversations as they were stored, one for each state that waits for words: every release goes on where an earlier one stopped.
/// The files are added to and never changed; a new state wants a new line.
/// </summary>
public sealed class StoredShapeTests
{
    private const string Folder = "tests/Dialogs/Talking/Stored";

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.jsonl").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_conversation_that_was_stored_goes_on(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, Folder, file)))
        {
            var place = StoredPlace.Read(line);
            ShippedDialogs.Book().With(place.Dialog, dialog =>
            {
                var step = dialog.Hear(place, Town.Says("hm"));
                Assert.Equal(place.Version, step.Place.Version);
                Assert.True(step.Place.HasEnded || step.Effects.Count > 0 || !dialog.Asks(place), $"nothing happens in {place.State}");
                return dialog.Silence(place, Town.Says(""));
            });
        }
    }

    [Fact]
    public void Every_state_of_today_has_been_stored()
    {
        var stored = Files().SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, Folder, file.Data)))
            .Select(StoredPlace.Read)
            .Select(place => (place.Dialog, place.State))
            .ToHashSet();
        var missing = Walks.Places().Where(place => !stored.Contains((place.Dialog, place.State))).Select(StoredPlace.Line).ToList();
        Assert.True(missing.Count == 0, $"add these lines to a file of this release in {Folder}:\n" + string.Join('\n', missing));
    }
}
