using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Whom the ladder has told since it began. An open one begins anew with the first on call: told twice is better than never.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220003_ToldOnCall")]
public sealed class ToldOnCall : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>(name: "Told", table: "HandOffs", nullable: true);
}
