using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_product_group_code", table: "product");

            migrationBuilder.DropIndex(name: "ix_member_last_visit_day", table: "member");

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    shared = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_view", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_purchase_reference",
                table: "purchase",
                column: "reference",
                filter: "reference IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_product_group_code_sku",
                table: "product",
                columns: new[] { "group_code", "sku" }
            );

            migrationBuilder.CreateIndex(name: "ix_message_created_at", table: "message", column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_member_last_visit_id",
                table: "member",
                columns: new[] { "last_visit", "id" }
            );

            migrationBuilder.CreateIndex(name: "ix_member_since_id", table: "member", columns: new[] { "since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_list_owner",
                table: "saved_view",
                columns: new[] { "list", "owner" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "saved_view");

            migrationBuilder.DropIndex(name: "ix_purchase_reference", table: "purchase");

            migrationBuilder.DropIndex(name: "ix_product_group_code_sku", table: "product");

            migrationBuilder.DropIndex(name: "ix_message_created_at", table: "message");

            migrationBuilder.DropIndex(name: "ix_member_last_visit_id", table: "member");

            migrationBuilder.DropIndex(name: "ix_member_since_id", table: "member");

            migrationBuilder.CreateIndex(name: "ix_product_group_code", table: "product", column: "group_code");

            migrationBuilder.CreateIndex(name: "ix_member_last_visit_day", table: "member", column: "last_visit_day");
        }
    }
}
