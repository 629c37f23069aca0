using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Companion.Workflows.Storage.Migrations;

/// <summary>The first shape. Column types are left to each database; a test holds the result equal to the model on both.</summary>
[DbContext(typeof(CompanionDb))]
[Migration("202611220001_First")]
public sealed partial class First : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTalk(migrationBuilder);
        CreateCare(migrationBuilder);
        CreateIndexes(migrationBuilder);
        migrationBuilder.Sql("INSERT INTO \"IdBlocks\" (\"Id\", \"Next\") VALUES (1, 1000)");
    }

    private static void CreateIndexes(MigrationBuilder migration)
    {
        migration.CreateIndex("IX_Addresses_ServiceId_Channel_Value", "Addresses", ["ServiceId", "Channel", "Value"], unique: true);
        migration.CreateIndex("IX_Cases_ConversationId", "Cases", "ConversationId", unique: true);
        migration.CreateIndex("IX_Cases_ServiceId_ReferredAt", "Cases", ["ServiceId", "ReferredAt"]);
        migration.CreateIndex("IX_ChatSessions_AddressId", "ChatSessions", "AddressId");
        migration.CreateIndex("IX_ConsentLedger_AddressId", "ConsentLedger", "AddressId");
        migration.CreateIndex("IX_Conversations_Open", "Conversations", "AddressId", filter: "\"ClosedAt\" IS NULL");
        migration.CreateIndex("IX_HandOffEvents_HandOffId", "HandOffEvents", "HandOffId");
        migration.CreateIndex("IX_HandOffs_Open", "HandOffs", "AddressId", filter: "\"ClearedAt\" IS NULL");
        migration.CreateIndex("IX_Inbound_AddressId_ReceivedAt", "Inbound", ["AddressId", "ReceivedAt"]);
        migration.CreateIndex("IX_Inbound_Channel_ProviderId", "Inbound", ["Channel", "ProviderId"], unique: true);
        migration.CreateIndex("IX_Outbound_Unsettled", "Outbound", "ClaimedUntil", filter: "\"Status\" IN (1, 2)");
        migration.CreateIndex("IX_Outbound_Sending", "Outbound", "AddressId", filter: "\"Status\" IN (1, 2)");
        migration.CreateIndex("IX_Outbound_SendKey", "Outbound", "SendKey", unique: true);
        migration.CreateIndex("IX_Outbound_AddressId_CreatedAt", "Outbound", ["AddressId", "CreatedAt"]);
        migration.CreateIndex("IX_Outbound_Queued", "Outbound", ["Class", "DueAt"], filter: "\"Status\" = 0");
        migration.CreateIndex("IX_PersonAddresses_AddressId_PersonId", "PersonAddresses", ["AddressId", "PersonId"], unique: true);
        migration.CreateIndex("IX_SafetyHits_MessageId", "SafetyHits", "MessageId");
        migration.CreateIndex("IX_StaffTasks_Open", "StaffTasks", "DueAt", filter: "\"DoneAt\" IS NULL");
        migration.CreateIndex("IX_Timers_DueAt", "Timers", "DueAt");
        migration.CreateIndex("IX_Timers_SubjectId_Kind", "Timers", ["SubjectId", "Kind"], unique: true);
    }
}
