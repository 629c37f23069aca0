using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>The queue by channel: whoever sends chats and e-mails need not look through the texts that wait for a slow number.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220005_QueueByChannel")]
public sealed class QueueByChannel : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Outbound_Queued", "Outbound");
        migrationBuilder.CreateIndex("IX_Outbound_Queued", "Outbound", ["Channel", "Class", "DueAt"], filter: "\"Status\" = 0");
    }
}
