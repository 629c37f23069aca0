using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.LinkWorkers;

/// <summary>One page of a list.</summary>
/// <param name="Rows">At most <see cref="Paging.Size"/> rows.</param>
/// <param name="Page">Which page; the first is 1.</param>
/// <param name="HasMore">True when another follows.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Page, bool HasMore);

/// <summary>Cutting lists into pages.</summary>
public static class Paging
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private const int LastPage = 10_000;

    /// <summary>Reads one page; a number below 1 is the first.</summary>
    public static async Task<Paged<T>> Page<T>(this IQueryable<T> rows, int page, CancellationToken cancel)
    {
        var number = Math.Clamp(page, 1, LastPage);
        var read = await rows.Skip((number - 1) * Size).Take(Size + 1).ToListAsync(cancel);
        return new Paged<T>(read.Take(Size).ToList(), number, read.Count > Size);
    }
}

/// <summary>The addresses of the pages beside one.</summary>
public sealed record PageLinks(int Page, bool HasMore, IQueryCollection Query)
{
    /// <summary>The page before, or null on the first.</summary>
    public string? Before => Page > 1 ? To(Page - 1) : null;

    /// <summary>The page after, or null on the last.</summary>
    public string? After => HasMore ? To(Page + 1) : null;

    private string To(int page) => QueryString.Create(Query
        .Where(part => part.Key != "page")
        .SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value)))
        .Append(KeyValuePair.Create("page", (string?)page.ToString()))).ToString();
}
