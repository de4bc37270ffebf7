using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeopleAndAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_audit_subject", table: "audit");

            migrationBuilder.AddColumn<string>(name: "address", table: "staff_session", type: "text", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "id", table: "staff_session", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "user_agent",
                table: "staff_session",
                type: "text",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "branch", table: "staff", type: "text", nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "disabled_at",
                table: "staff",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_sign_in_at",
                table: "staff",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "name", table: "staff", type: "text", nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_used_at",
                table: "api_key",
                type: "timestamp with time zone",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "answered_challenge",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_challenge", x => x.hash);
                }
            );

            migrationBuilder.CreateTable(
                name: "demo_mark",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demo_mark", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "staff_passkey",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string>(type: "text", nullable: true),
                    is_user_verified = table.Column<bool>(type: "boolean", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "bytea", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_passkey", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(name: "ix_audit_action_id", table: "audit", columns: new[] { "action", "id" });

            migrationBuilder.CreateIndex(name: "ix_audit_by_id", table: "audit", columns: new[] { "by", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject_id",
                table: "audit",
                columns: new[] { "subject", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkey_credential_id",
                table: "staff_passkey",
                column: "credential_id",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_staff_passkey_staff_id", table: "staff_passkey", column: "staff_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "answered_challenge");

            migrationBuilder.DropTable(name: "demo_mark");

            migrationBuilder.DropTable(name: "staff_passkey");

            migrationBuilder.DropIndex(name: "ix_audit_action_id", table: "audit");

            migrationBuilder.DropIndex(name: "ix_audit_by_id", table: "audit");

            migrationBuilder.DropIndex(name: "ix_audit_subject_id", table: "audit");

            migrationBuilder.DropColumn(name: "address", table: "staff_session");

            migrationBuilder.DropColumn(name: "id", table: "staff_session");

            migrationBuilder.DropColumn(name: "user_agent", table: "staff_session");

            migrationBuilder.DropColumn(name: "branch", table: "staff");

            migrationBuilder.DropColumn(name: "disabled_at", table: "staff");

            migrationBuilder.DropColumn(name: "last_sign_in_at", table: "staff");

            migrationBuilder.DropColumn(name: "name", table: "staff");

            migrationBuilder.DropColumn(name: "last_used_at", table: "api_key");

            migrationBuilder.CreateIndex(name: "ix_audit_subject", table: "audit", column: "subject");
        }
    }
}
