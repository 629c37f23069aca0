using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Letters about a case, and a log of whatever went out of one.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230030_Letters")]
public sealed class Letters : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Letters",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressedTo = table.Column<string>(nullable: false),
                Agreed = table.Column<string>(nullable: false),
                ApprovedAt = table.Column<long>(nullable: false),
                ApprovedBy = table.Column<string>(nullable: false),
                CaseId = table.Column<long>(nullable: false),
                NamesRisks = table.Column<bool>(nullable: false),
                Recipient = table.Column<string>(nullable: false),
                SentAt = table.Column<long>(nullable: true),
                SentBy = table.Column<string>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
                Way = table.Column<string>(nullable: true),
                Words = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Letters", row => row.Id));
        migrationBuilder.CreateIndex("IX_Letters_CaseId", "Letters", "CaseId");
        migrationBuilder.CreateTable(
            name: "SharingEvents",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<string>(nullable: false),
                CaseId = table.Column<long>(nullable: false),
                Detail = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                LetterId = table.Column<long>(nullable: true),
                ServiceId = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_SharingEvents", row => row.Id));
        migrationBuilder.CreateIndex("IX_SharingEvents_CaseId", "SharingEvents", "CaseId");
    }
}
