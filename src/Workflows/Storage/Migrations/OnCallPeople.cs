using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Who is on call, as managers enter it.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611230015_OnCallPeople")]
public sealed class OnCallPeople : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "OnCallPeople",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false),
                Call = table.Column<string>(nullable: false),
                Email = table.Column<string>(nullable: false),
                Hours = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                Place = table.Column<int>(nullable: false),
                ServiceId = table.Column<string>(nullable: false),
                Text = table.Column<string>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_OnCallPeople", row => row.Id));
        migrationBuilder.CreateIndex("IX_OnCallPeople_ServiceId", "OnCallPeople", "ServiceId");
    }
}
