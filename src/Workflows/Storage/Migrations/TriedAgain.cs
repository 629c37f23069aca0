using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>Texts that are to be tried again, by address: whoever claims a later one to the same address has to see them.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220006_TriedAgain")]
public sealed class TriedAgain : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("IX_Outbound_Retried", "Outbound", "AddressId", filter: "\"Status\" = 0 AND \"Attempts\" > 0");
}
