namespace Companion.Workflows.Storage;

/// <summary>How far identifiers have been given out; one row.</summary>
public sealed class IdBlock
{
    public long Id { get; set; }

    /// <summary>The first identifier that nobody has.</summary>
    public long Next { get; set; }

    /// <summary>Takes @p0 identifiers and gives the first that nobody has then.</summary>
    internal const string Take = "UPDATE \"IdBlocks\" SET \"Next\" = \"Next\" + @p0 WHERE \"Id\" = 1 RETURNING \"Next\"";
}

/// <summary>
/// Identifiers: whole numbers, unique over every process on a database. Each process takes a block at a time, so a turn needs no
/// round trip for them and a run with one process can be repeated exactly. A crash leaves a gap; gaps mean nothing.
/// </summary>
public sealed class Ids(Func<long, long> takeBlock)
{
    /// <summary>How many are taken at a time.</summary>
    public const long BlockSize = 50_000;

    private const long Low = 5_000;

    private readonly Lock gate = new();
    private long next;
    private long end;
    private long? spare;

    /// <summary>
    /// Takes the next block in good time. Called before work takes a connection: work that holds one and waits for another could
    /// wait for ever.
    /// </summary>
    public void Prepare()
    {
        lock (gate)
        {
            if (end - next < Low && spare is null)
            {
                spare = takeBlock(BlockSize);
            }
        }
    }

    /// <summary>The next identifier.</summary>
    public long Next()
    {
        lock (gate)
        {
            if (next == end)
            {
                next = spare ?? takeBlock(BlockSize);
                (end, spare) = (next + BlockSize, null);
            }

            return next++;
        }
    }
}
