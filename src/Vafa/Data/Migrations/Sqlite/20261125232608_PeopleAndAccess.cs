using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleAndAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_audit_subject", table: "audit");

            migrationBuilder.AddColumn<string>(name: "address", table: "staff_session", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "id", table: "staff_session", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "user_agent",
                table: "staff_session",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "branch", table: "staff", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "disabled_at", table: "staff", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "last_sign_in_at", table: "staff", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "name", table: "staff", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "last_used_at", table: "api_key", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "answered_challenge",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
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
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    credential_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", nullable: true),
                    is_user_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backed_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "BLOB", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
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
