using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>What each service's day has spent of a model's tokens.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230040_ModelCalls")]
public sealed class ModelCalls : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ModelCalls",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Day = table.Column<string>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Tokens = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_ModelCalls", row => row.Id));
        migrationBuilder.CreateIndex("IX_ModelCalls_ServiceId_Day", "ModelCalls", ["ServiceId", "Day"]);
    }
}
