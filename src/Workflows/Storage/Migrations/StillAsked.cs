using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Whether whoever accepted an alarm answers, and which workers the queue has told, apart from whom the ladder has. An open one begins its queue anew.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230016_StillAsked")]
public sealed class StillAsked : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(name: "WorkersTold", table: "HandOffs", nullable: true);
        migrationBuilder.AddColumn<int>(name: "StillAsked", table: "HandOffs", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<long>(name: "StillAskedAt", table: "HandOffs", nullable: true);
    }
}
