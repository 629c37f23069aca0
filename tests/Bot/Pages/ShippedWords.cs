using Companion.Bot.Pages;
using Companion.Dialogs.Words;

namespace Companion.Bot.Tests.Pages;

/// <summary>The words the pages are shipped with.</summary>
internal static class ShippedWords
{
    public static TextBook Book { get; } = new(typeof(PageWords).Assembly);

    public static PageWords Pages { get; } = new(Book);

    public static IReadOnlyList<string> Keys { get; } = Book.Keys("en").ToList();
}
