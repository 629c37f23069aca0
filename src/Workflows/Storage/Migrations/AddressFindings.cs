using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>What staff found out about an address: who wrote it down, when and how they know.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220007_AddressFindings")]
public sealed class AddressFindings : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "AddressFindings",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                AddressId = table.Column<long>(nullable: false),
                At = table.Column<long>(nullable: false),
                By = table.Column<string>(nullable: false),
                How = table.Column<string>(nullable: false),
                PersonId = table.Column<long>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                What = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_AddressFindings", row => row.Id));
        migrationBuilder.CreateIndex("IX_AddressFindings_AddressId", "AddressFindings", "AddressId");
    }
}
