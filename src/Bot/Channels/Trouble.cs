using System.Data.Common;

namespace Companion.Bot.Channels;

/// <summary>Exceptions as a log may show them: kinds and places, no message, for a message can quote what a person wrote.</summary>
internal static class Trouble
{
    /// <summary>The kinds of an exception and of what caused it, with the store's error codes, and the place it came from.</summary>
    public static string Of(Exception trouble)
    {
        var kinds = new List<string>();
        for (Exception? cause = trouble; cause is not null; cause = cause.InnerException)
        {
            kinds.Add(cause is DbException db ? $"{cause.GetType().Name} {db.SqlState ?? db.ErrorCode.ToString()}" : cause.GetType().Name);
        }

        return string.Join(" <- ", kinds) + "\n" + trouble.StackTrace;
    }
}
