using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>What a conversation is about may be an event; first contacts, and when people like to be asked how they are.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220009_Events")]
public sealed class Events : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("EventAt", "Conversations", nullable: true);
        migrationBuilder.AddColumn<long>("OpenUntil", "Conversations", nullable: true);
        migrationBuilder.AddColumn<string>("AskFrom", "CheckIns", nullable: false, defaultValue: "00:00");
        migrationBuilder.AddColumn<long>("FirstContactAt", "Cases", nullable: true);
        migrationBuilder.AddColumn<string>("FirstContactBy", "Cases", nullable: true);
        migrationBuilder.CreateIndex("IX_CheckIns_PersonId", "CheckIns", "PersonId");
    }
}
