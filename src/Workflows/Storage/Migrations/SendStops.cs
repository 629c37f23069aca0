using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>The stop buttons that were pressed, how much was begun on a day; and the queues in the order they are claimed in.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220010_SendStops")]
public sealed class SendStops : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "SendStops",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<string>(nullable: false),
                Class = table.Column<int>(nullable: true),
                LiftedAt = table.Column<long>(nullable: true),
                LiftedBy = table.Column<string>(nullable: true),
                Reason = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SendStops", row => row.Id));
        migrationBuilder.CreateIndex("IX_SendStops_Standing", "SendStops", "Id", filter: "\"LiftedAt\" IS NULL");
        migrationBuilder.CreateTable(
            name: "BegunOnDays",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Begun = table.Column<int>(nullable: false),
                Class = table.Column<int>(nullable: false),
                Day = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_BegunOnDays", row => row.Id));
        migrationBuilder.CreateIndex("IX_BegunOnDays_ServiceId_Day_Class", "BegunOnDays", ["ServiceId", "Day", "Class"], unique: true);
        Queues(migrationBuilder);
    }

    // In the very order they are claimed in: a claim looks at no more than it takes, however many are due.
    private static void Queues(MigrationBuilder migration)
    {
        migration.DropIndex("IX_Timers_DueAt", "Timers");
        migration.CreateIndex("IX_Timers_DueAt_Id", "Timers", ["DueAt", "Id"]);
        migration.CreateIndex("IX_Timers_Urgent", "Timers", ["DueAt", "Id"], filter: "(\"Kind\" IN ('ClimbLadder', 'SafetyReceipt'))");
        migration.DropIndex("IX_Outbound_Queued", "Outbound");
        migration.CreateIndex("IX_Outbound_Queued", "Outbound", ["Channel", "Class", "DueAt", "Id"], filter: "\"Status\" = 0");
        migration.DropIndex("IX_Outbound_Retried", "Outbound");
        migration.CreateIndex("IX_Outbound_Retried", "Outbound", "AddressId", filter: "\"Status\" < 1 AND \"Attempts\" > 0");
    }
}
