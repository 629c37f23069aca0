using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>What a conversation is about may be an event.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220009_Events")]
public sealed class Events : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("EventAt", "Conversations", nullable: true);
        migrationBuilder.AddColumn<long>("OpenUntil", "Conversations", nullable: true);
    }
}
